import type { Words } from '@jacquard/flow';

/**
 * What is said of one code, in every language. The texts are templates:
 *
 * - `{name}`: the param `name`; numbers are written as the language does, lists with commas.
 * - `{name:bytes}`, `{name:seconds}`, `{name:kind}`: a size, a duration, a port's kind in words.
 * - `{label:words}`: a text in both languages. `{path:path}`: a list with arrows. `{found:word}`: a code of `code-words.ts`.
 * - `{count|row|rows}`: the singular or the plural, by the number in `count`; the number itself isn't repeated.
 * - `[[ … {name} … ]]`: left out when one of its params is absent or empty.
 *
 * Quotes, apostrophes and French non-breaking spaces are set when the sentence is made: write `"{name}"` and `l'entrée :`.
 */
export interface MessageEntry {
  /** A few words: the heading of a notice. */
  readonly title: Words;
  /** One or two sentences: what happened, and where. */
  readonly detail: Words;
  /** What the reader can do. */
  readonly hint?: Words;
}

/** Entries by code. Codes are kebab-case and unique across all areas. */
export type Catalog = Readonly<Record<string, MessageEntry>>;
