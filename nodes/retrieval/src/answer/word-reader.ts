import { isStopWord, type LanguageTools } from '@jacquard/node-kit';
import { isLightWord } from './light-words.ts';
import { numberWord } from './number-words.ts';
import { createFamilies } from './word-families.ts';

/** A word that carries content. Offsets are UTF-16 code units of the text that was read. */
export interface AnswerWord {
  readonly written: string;
  readonly folded: string;
  /** What its inflections share; several where its accents may have been left out. */
  readonly stems: readonly string[];
  /** Words that say the same; see `word-families-en.ts`. */
  readonly families: ReadonlySet<string>;
  /** Says little of what a text is about. */
  readonly isLight: boolean;
  readonly start: number;
  readonly end: number;
}

/** Reads words of content, figures and grammar left out, in any language. */
export interface WordReader {
  words(text: string, language: string): AnswerWord[];
  /** ISO 639-1, or `und`. */
  detect(text: string): string;
}

/** See {@link WordReader}. */
export function createWordReader(tools: LanguageTools): WordReader {
  const familiesOf = createFamilies(tools.stem);
  return {
    detect: (text) => tools.detect(text, { likely: ['en', 'fr'] }),
    words: (text, language) =>
      tools.contentWords(text, language).flatMap(({ written, folded, stems, start, end }) => {
        const plain = folded.replace(/'s?$/, '');
        if (isFigure(plain, language) || binders.has(plain)) return [];
        if (/^[a-z]?$/.test(plain) || (plain !== folded && isStopWord(plain, language))) return [];
        const isLight = isLightWord(plain, language);
        const plainStems = plain === folded ? stems : [tools.stem(plain, language)];
        return [
          { written, folded: plain, stems: plainStems, families: familiesOf(plain, language), isLight, start, end },
        ];
      }),
  };
}

/** Words that bind what is said, read as conditions. */
const binders = new Set(
  'unless except excepting provided providing sauf hormis excepte excepted pourvu only seulement uniquement'.split(' '),
);

const year = /^(?:1\d|20)\d{2}$/;

/** Figures are read as values; years and names such as `3D` or `A4` are words as well. */
function isFigure(folded: string, language: string): boolean {
  if (year.test(folded)) return false;
  return /^\d+(?:[.,]\d+)?(?:p|st|nd|rd|th|e|er|ere|eme)?$/.test(folded) || numberWord(folded, language) !== undefined;
}
