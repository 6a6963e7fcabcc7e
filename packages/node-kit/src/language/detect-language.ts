import { isStopWord, languagesWithStopWords } from './stop-words.ts';
import { wordTokens } from './word-tokens.ts';

/** What a detector says of a text: its languages, likeliest first. A certainty of 1 stands for signs that no other language has. */
export interface LanguageGuess {
  readonly language: string;
  readonly certainty: number;
}

export interface DetectionOptions {
  /** The languages that a short text is likely in, likeliest first: those of the base that is asked. */
  readonly likely?: readonly string[] | undefined;
}

/** The detector's others (Latin, Esperanto, Berber…) are taken for what short texts of these look like. */
const plausible: ReadonlySet<string> = new Set(
  'ar bg ca cs da de el en es et eu fa fi fr ga he hi hu hy id is it ja ko lt lv nl no pl pt ro ru sk sl sr sv ta th tr uk vi zh'.split(
    ' ',
  ),
);
/** Characters looked at, in three places of a long text. */
const sampleSize = 1_500;
/** A text of fewer words tells too little to trust the detector alone. */
const fewWords = 6;

/**
 * The language of a text (ISO 639-1), or `und` when nobody can tell. Sure signs decide; then the words of grammar, which
 * tell more than letters do in a short text; then the detector, where it is clearly ahead or names a likely language.
 */
export function detectLanguage(
  text: string,
  guess: (text: string) => readonly LanguageGuess[],
  { likely = [] }: DetectionOptions = {},
): string {
  const sample = sampleOf(text);
  const words = wordTokens(sample).filter(({ isNumber }) => !isNumber);
  if (words.length === 0) return 'und';
  const guesses = guess(sample).filter(({ language }) => plausible.has(language) || likely.includes(language));
  const [first, second] = guesses;
  const grammar = grammarOf(words.map(({ folded }) => folded));
  if (first?.certainty === 1 && (words.length >= fewWords || grammar === undefined || grammar === first.language)) {
    return first.language;
  }
  if (grammar !== undefined) return grammar;
  if (first === undefined) return 'und';
  const mine = guesses.find(({ language, certainty }) => likely.includes(language) && certainty >= first.certainty / 2);
  if (mine) return mine.language;
  return words.length >= fewWords && first.certainty >= 1.25 * (second?.certainty ?? 0) ? first.language : 'und';
}

function sampleOf(text: string): string {
  if (text.length <= 3 * sampleSize) return text;
  const middle = Math.floor((text.length - sampleSize) / 2);
  return [text.slice(0, sampleSize), text.slice(middle, middle + sampleSize), text.slice(-sampleSize)].join('\n');
}

/** The language whose words of grammar make up most of the text, when it is ahead of the others by half. */
function grammarOf(words: readonly string[]): string | undefined {
  const shares = languagesWithStopWords
    .map((language) => ({ language, count: words.filter((word) => isGrammarOf(word, language)).length }))
    .sort((a, b) => b.count - a.count);
  const [best, next] = shares;
  if (best === undefined || best.count === 0 || best.count < 0.2 * words.length) return undefined;
  return best.count >= 1.5 * (next?.count ?? 0) ? best.language : undefined;
}

/** An elided word is a stop word everywhere, but tells of French alone. */
function isGrammarOf(word: string, language: string): boolean {
  return word.endsWith("'") ? language === 'fr' : isStopWord(word, language);
}
