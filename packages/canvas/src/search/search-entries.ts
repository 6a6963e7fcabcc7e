import { foldText, unfoldPlace } from './fold-text.ts';

/** What a person can look for: a node by its names, what stands in a field, a note, a value of the shown run. */
export type SearchPlace =
  | { readonly of: 'node'; readonly node: string }
  | { readonly of: 'field'; readonly node: string; readonly port: string }
  | { readonly of: 'note'; readonly note: string }
  | {
      readonly of: 'value';
      readonly node: string;
      readonly port: string;
      readonly side: 'in' | 'out';
      /** The execution that gave it; undefined for inputs and outputs of the flow. */
      readonly step: string | undefined;
    };

/** A text that is searched, and where it leads. */
export interface SearchEntry {
  readonly place: SearchPlace;
  /** Above the text: the node, and the field or output. */
  readonly title: string;
  readonly text: string;
}

/** A part of an excerpt; `isMatch` is what was looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface SearchResult {
  readonly entry: SearchEntry;
  readonly excerpt: readonly ExcerptPart[];
}

/** Results of one sort; `count` tells all of them, `results` holds the first. */
export interface SearchGroup {
  readonly of: SearchPlace['of'];
  readonly count: number;
  readonly results: readonly SearchResult[];
}

const order: readonly SearchPlace['of'][] = ['node', 'field', 'note', 'value'];
/** Results of a group that are shown. */
const mostShown = 30;
/** Characters of an excerpt before and after the match. */
const around = { before: 28, after: 90 };

const foldedTexts = new WeakMap<SearchEntry, string>();

/**
 * Entries that hold all words of a query, by sort: case and accents don't count. Those that begin with it stand first,
 * then the order of the entries. An empty query finds nothing. Folded texts are kept as long as their entries.
 */
export function searchEntries(entries: readonly SearchEntry[], query: string): readonly SearchGroup[] {
  const phrase = foldText(query).trim();
  const words = phrase.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = entries.filter((entry) => {
    const text = foldedText(entry);
    return words.every((word) => text.includes(word));
  });
  return order.flatMap((of): SearchGroup[] => {
    const ofSort = found
      .filter(({ place }) => place.of === of)
      .toSorted((one, other) => rank(one, phrase) - rank(other, phrase));
    if (ofSort.length === 0) return [];
    const results = ofSort.slice(0, mostShown).map((entry) => ({ entry, excerpt: excerptOf(entry, phrase, words) }));
    return [{ of, count: ofSort.length, results }];
  });
}

function foldedText(entry: SearchEntry): string {
  let folded = foldedTexts.get(entry);
  if (folded === undefined) {
    folded = foldText(entry.text);
    foldedTexts.set(entry, folded);
  }
  return folded;
}

/** 0: begins with the query. 1: holds it as it was typed. 2: holds its words somewhere. */
function rank(entry: SearchEntry, phrase: string): number {
  const text = foldedText(entry);
  if (text.startsWith(phrase)) return 0;
  return text.includes(phrase) ? 1 : 2;
}

function excerptOf(entry: SearchEntry, phrase: string, words: readonly string[]): readonly ExcerptPart[] {
  const { text } = entry;
  const folded = foldedText(entry);
  const sought = folded.includes(phrase) ? [phrase] : words;
  const first = Math.min(...sought.map((word) => folded.indexOf(word)));
  const from = Math.max(0, first - around.before);
  const to = Math.min(folded.length, first + around.after);
  const matches = matchesIn(folded, sought, from, to);
  const parts: ExcerptPart[] = [];
  const add = (start: number, end: number, isMatch: boolean): void => {
    const cut = text.slice(unfoldPlace(text, start), unfoldPlace(text, end)).replaceAll(/\s+/g, ' ');
    if (cut !== '') parts.push({ text: cut, isMatch });
  };
  let at = from;
  if (from > 0) parts.push({ text: '…', isMatch: false });
  for (const [start, end] of matches) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  if (to < folded.length) parts.push({ text: '…', isMatch: false });
  return parts;
}

/** Places of the words in a part of the text, in order and without overlap. */
function matchesIn(folded: string, words: readonly string[], from: number, to: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const word of words) {
    for (
      let at = folded.indexOf(word, from);
      at >= 0 && at + word.length <= to;
      at = folded.indexOf(word, at + word.length)
    )
      found.push([at, at + word.length]);
  }
  let last = from;
  return found
    .toSorted(([one], [other]) => one - other)
    .filter(([start, end]) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}
