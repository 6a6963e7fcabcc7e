// oxlint-disable-next-line typescript/triple-slash-reference -- who compiles a part of the workspace needs the types, too
/// <reference path="./snowball-stemmers.d.ts" preserve="true" />
import { detectLanguage, type DetectionOptions, type LanguageGuess } from './detect-language.ts';
import { foldWord } from './fold-word.ts';
import { isStopWord, isStopWordSomewhere } from './stop-words.ts';
import { type WordToken, wordTokens } from './word-tokens.ts';

/** Snowball's algorithms (https://snowballstem.org) by ISO 639-1. */
const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** A word of content: not grammar. `stems` are what passages may hold for it, the surest first. */
export interface ContentWord extends WordToken {
  readonly stems: readonly string[];
}

/** What search and answering know of languages (ISO 639-1, or `und`). Stems are folded. */
export interface LanguageTools {
  /** The stem of one word; of a language without a stemmer the folded word. */
  stem(word: string, language: string): string;
  /** Words of content in order, repetitions included. */
  contentWords(text: string, language: string): ContentWord[];
  /** See `detectLanguage`. */
  detect(text: string, options?: DetectionOptions): string;
}

/** Stems kept a language, so that a word is stemmed once. */
const mostRemembered = 50_000;

/**
 * French stems hang on accents that people leave out when they ask: `fermee` may be `fermée`. Each such word stands for
 * both. Text as written in documents is trusted, so only `contentWords` gives more than one stem.
 */
function spellings(written: string, language: string): string[] {
  const lower = written.toLowerCase();
  if (language !== 'fr' || !/^[a-z]{4,}$/.test(lower)) return [lower];
  const accented = lower.replace(/(?:ites?|ees?|(?<=[^aeiouy])es?)$/, (end) => (end.startsWith('i') ? 'ité' : 'é'));
  return accented === lower ? [lower] : [lower, accented];
}

let loading: Promise<LanguageTools> | undefined;

/** Loads stemmers and language detection once a process (0.2 s, 10 MB), so that nothing pays for them that doesn't use them. */
export function loadLanguageTools(): Promise<LanguageTools> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LanguageTools> {
  const [snowball, tinyld] = await Promise.all([import('snowball-stemmers'), import('tinyld')]);
  const known = new Map<string, { stem(word: string): string; seen: Map<string, string> }>();
  const stem = (word: string, language: string): string => {
    const algorithm = algorithms[language];
    if (algorithm === undefined) return foldWord(word);
    const stemmer = known.get(language) ?? { ...newStemmer(algorithm), seen: new Map<string, string>() };
    known.set(language, stemmer);
    const lower = word.toLowerCase().replaceAll('’', "'");
    const remembered = stemmer.seen.get(lower);
    if (remembered !== undefined) return remembered;
    if (stemmer.seen.size >= mostRemembered) stemmer.seen.clear();
    const stemmed = foldWord(stemmer.stem(lower.normalize('NFC'))) || foldWord(lower);
    stemmer.seen.set(lower, stemmed);
    return stemmed;
  };
  const newStemmer = (algorithm: string): { stem(word: string): string } => {
    const stemmer = snowball.newStemmer(algorithm);
    return { stem: (word) => stemmer.stem(word) };
  };
  const guesses = (text: string): LanguageGuess[] =>
    // It takes the bar between the cells of a table for a letter of Hindi.
    tinyld.detectAll(text.replaceAll('|', ' ')).map(({ lang, accuracy }) => ({ language: lang, certainty: accuracy }));
  return {
    stem,
    contentWords(text, language) {
      const isGrammar =
        language === 'und' ? isStopWordSomewhere : (folded: string): boolean => isStopWord(folded, language);
      return wordTokens(text, language)
        .filter(({ folded }) => !isGrammar(folded))
        .map((token) => ({
          ...token,
          stems: token.isNumber
            ? [token.folded]
            : [...new Set(spellings(token.written, language).map((spelling) => stem(spelling, language)))],
        }));
    },
    detect: (text, options) => detectLanguage(text, guesses, options),
  };
}
