/** Turns tokens into text, whole characters at a time: a character may be cut into several tokens. */
export interface PieceDecoder<Token> {
  /** The text that the token completes; empty while a character is incomplete. */
  push(token: Token): string;
  /** What is left at the end, complete or not. */
  flush(): string;
}

// A character has at most 4 bytes, each a token of its own at worst, and may begin in a token that ends another one.
const longestCharacter = 8;
const unreadable = '\uFFFD';

/** @param detokenize - text of the first tokens, as it reads after the second ones */
export function createPieceDecoder<Token>(
  detokenize: (tokens: readonly Token[], after: readonly Token[]) => string,
): PieceDecoder<Token> {
  let before: Token[] = [];
  let pending: Token[] = [];
  const take = (text: string): string => {
    before = [...before, ...pending].slice(-longestCharacter);
    pending = [];
    return text;
  };
  return {
    push(token) {
      pending.push(token);
      const text = detokenize(pending, before);
      return text.endsWith(unreadable) && pending.length < longestCharacter ? '' : take(text);
    },
    flush() {
      return pending.length === 0 ? '' : take(detokenize(pending, before));
    },
  };
}
