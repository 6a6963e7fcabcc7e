import type { PassageWords } from './passage-words.ts';
import type { QueryTerm } from './query-terms.ts';

/** A query's term with how many passages hold it, in any language, and its weight: inverse document frequency, in nats. */
export interface WeighedTerm extends QueryTerm {
  readonly passages: number;
  readonly weight: number;
}

/** What the words of a passage say about a query. */
export interface WordEvidence {
  /** BM25 of the passage itself, in nats. */
  readonly own: number;
  /** The same with what stands around it: the words of the passages before and after count for a part. */
  readonly inContext: number;
  /** The share of the terms' weight that the passage, its headings and its title hold. */
  readonly coverage: number;
}

/** How a passage's words are counted; the passages before and after are those of the same document. */
export interface CountedPassage {
  readonly words: PassageWords;
  readonly around: readonly (readonly string[])[];
}

/** BM25's two settings, as everybody has them (Robertson and Zaragoza 2009). */
const saturation = 1.2;
const lengthWeight = 0.75;

/**
 * What a word next door counts against one of the passage's own. A passage often answers without naming what it speaks of,
 * because the one before did.
 */
export const contextShare = 0.3;

/** Inverse document frequency as BM25 has it, never negative (Lucene's form). */
export function inverseFrequency(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}

/** Prepares the counting of a query's terms: where each stem of a language leads. */
export function countWords(
  terms: readonly WeighedTerm[],
  averageLength: (language: string) => number,
): (passage: CountedPassage) => WordEvidence {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const termsByStem = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const stemsOf = (language: string): ReadonlyMap<string, readonly number[]> => {
    const known = termsByStem.get(language) ?? indexStems(terms, language);
    termsByStem.set(language, known);
    return known;
  };
  return ({ words, around }) => {
    const stems = stemsOf(words.language);
    const own = countTerms(terms.length, stems, words.body);
    const above = countTerms(terms.length, stems, [...words.title, ...words.headings]);
    const near = countTerms(terms.length, stems, around.flat());
    const length = 1 - lengthWeight + (lengthWeight * words.body.length) / Math.max(1, averageLength(words.language));
    const evidence = { own: 0, inContext: 0, held: 0 };
    for (const [at, { weight }] of terms.entries()) {
      const frequency = (own[at] ?? 0) / length + Math.min(1, above[at] ?? 0);
      const wider = frequency + (contextShare * (near[at] ?? 0)) / length;
      evidence.own += (weight * frequency) / (frequency + saturation);
      evidence.inContext += (weight * wider) / (wider + saturation);
      if (frequency > 0) evidence.held += weight;
    }
    return { own: evidence.own, inContext: evidence.inContext, coverage: total === 0 ? 0 : evidence.held / total };
  };
}

function indexStems(terms: readonly WeighedTerm[], language: string): ReadonlyMap<string, readonly number[]> {
  const byStem = new Map<string, number[]>();
  for (const [at, term] of terms.entries()) {
    for (const stem of term.stems[language] ?? []) byStem.set(stem, [...(byStem.get(stem) ?? []), at]);
  }
  return byStem;
}

function countTerms(
  size: number,
  terms: ReadonlyMap<string, readonly number[]>,
  stems: readonly string[],
): Float64Array {
  const counts = new Float64Array(size);
  for (const stem of stems) for (const at of terms.get(stem) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}
