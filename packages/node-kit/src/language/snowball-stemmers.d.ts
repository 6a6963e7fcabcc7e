declare module 'snowball-stemmers' {
  interface SnowballStemmer {
    stem(word: string): string;
  }
  /** Throws for a language that `algorithms` doesn't name. */
  export function newStemmer(language: string): SnowballStemmer;
  export function algorithms(): string[];
}
