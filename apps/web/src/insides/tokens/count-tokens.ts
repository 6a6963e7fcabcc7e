import type { TokenPiece } from '@jacquard/protocol';

/** A text in figures. */
export interface TextCounts {
  readonly tokens: number;
  /** As people count them: a letter with its accent is one. */
  readonly characters: number;
  /** In UTF-8. */
  readonly bytes: number;
  readonly words: number;
  /** Undefined for a text without a word. */
  readonly tokensPerWord: number | undefined;
}

/** Counts a text and its tokens. */
export function countTokens(text: string, tokens: readonly TokenPiece[]): TextCounts {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
  const words = segments.filter(({ isWordLike }) => isWordLike).length;
  return {
    tokens: tokens.length,
    characters: [...new Intl.Segmenter().segment(text)].length,
    bytes: new TextEncoder().encode(text).byteLength,
    words,
    tokensPerWord: words === 0 ? undefined : tokens.length / words,
  };
}
