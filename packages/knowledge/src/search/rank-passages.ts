import type { PassageMatch } from '@jacquard/flow';
import type { SearchMode } from '@jacquard/node-kit';
import { type CountedPassage, countWords, type WeighedTerm, type WordEvidence } from './word-evidence.ts';

/** A passage that may answer. */
export interface Candidate extends CountedPassage {
  readonly number: number;
  /** Absent when it has no vector, or meaning wasn't asked. */
  readonly meaning?: Meaning | undefined;
}

/** How near a passage is to the query: its cosine, and the mean of its own and its neighbours', these for a part. */
export interface Meaning {
  readonly cosine: number;
  readonly inContext: number;
}

export interface RankingTask {
  readonly mode: SearchMode;
  readonly terms: readonly WeighedTerm[];
  readonly candidates: readonly Candidate[];
  /** Mean count of content words a passage, by language. */
  readonly averageLength: (language: string) => number;
  /** How many passages there are in all. */
  readonly passages: number;
  /** Mean and standard deviation of all passages' nearness in context. */
  readonly spread: { readonly mean: number; readonly deviation: number };
}

export interface RankedPassage {
  readonly number: number;
  readonly match: Omit<PassageMatch, 'rank'>;
}

export interface Ranking {
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** See `SearchReport`. */
  readonly coverage: number;
  readonly meaningWeight: number;
  readonly bestMeaning: number | undefined;
}

interface Judged {
  readonly candidate: Candidate;
  readonly words: WordEvidence;
  /** In nats, as words' evidence is. */
  readonly nearness: number;
}

/** Where a passage holds half of the question's information, it is about it. */
const halfCovered = 0.5;
/** The least and the most that meaning weighs beside words. */
const [leastMeaning, mostMeaning] = [0.2, 0.9];

/**
 * Orders passages. `keyword` by BM25 of their own words, `dense` by their cosines, `hybrid` by evidence of both kinds, in
 * nats, each taken with its neighbourhood and against what coincidence would give:
 *
 * - words: BM25 is a logarithm of odds (Robertson and Zaragoza 2009). Among n passages coincidence brings about ln n, so
 *   evidence e counts e²/(e + ln n): half where it is no more than that, nearly all where it is far more.
 * - meaning: how far a cosine stands above all passages' mean. Its tail is heavier than a normal distribution's, since
 *   documents have topics; Laplace's is taken: √2 nats a standard deviation.
 * - the weight of meaning is what no single passage's words cover of the question (1 − coverage), within bounds. A
 *   question in the documents' words is answered by words, one in others by meaning.
 *
 * A hybrid score is evidence against coincidence: e/(e + ln n), 0.5 where they are equal.
 */
export function rankPassages(task: RankingTask): Ranking {
  const { mode, candidates } = task;
  const count = countWords(task.terms, task.averageLength);
  const judged = candidates.map((candidate) => ({
    candidate,
    words: count(candidate),
    nearness: nearnessOf(candidate, task.spread),
  }));
  const coverage = Math.max(0, ...judged.map(({ words }) => words.coverage));
  const cosines = candidates.flatMap(({ meaning }) => (meaning ? [meaning.cosine] : []));
  const meaningWeight = weighMeaning(mode, cosines.length > 0, coverage);
  const best = Math.max(0, ...judged.map(({ words }) => words.own));
  const passages = judged
    .map((one): RankedPassage => {
      const { number, meaning } = one.candidate;
      const match = {
        strength: strengthOf(one, task.passages),
        score: scoreOf(one, task, meaningWeight),
        coverage: one.words.coverage,
        ...(mode !== 'dense' && { words: best === 0 ? 0 : one.words.own / best }),
        ...(meaning && { meaning: meaning.cosine }),
      };
      return { number, match };
    })
    .filter(({ match }) => match.score > 0)
    .sort((a, b) => b.match.score - a.match.score || a.number - b.number);
  return {
    passages,
    coverage,
    meaningWeight,
    bestMeaning: cosines.length === 0 ? undefined : Math.max(...cosines),
  };
}

/** What coincidence gives to the best of so many passages, in nats. */
function coincidence(passages: number): number {
  return Math.log(passages + 1);
}

function nearnessOf({ meaning }: Candidate, { mean, deviation }: RankingTask['spread']): number {
  if (meaning === undefined || deviation < 1e-9) return 0;
  return Math.SQRT2 * Math.max(0, (meaning.inContext - mean) / deviation);
}

function weighMeaning(mode: SearchMode, hasMeaning: boolean, coverage: number): number {
  if (mode === 'keyword' || !hasMeaning) return 0;
  return mode === 'dense' ? 1 : Math.min(mostMeaning, Math.max(leastMeaning, 1 - coverage));
}

function scoreOf(
  { candidate, words, nearness }: Judged,
  { mode, passages }: RankingTask,
  meaningWeight: number,
): number {
  if (mode === 'dense') return Math.min(1, Math.max(0, candidate.meaning?.cosine ?? 0));
  const chance = coincidence(passages);
  if (mode === 'keyword') return words.own / (words.own + chance);
  const beyond = words.inContext ** 2 / (words.inContext + chance);
  const evidence = (1 - meaningWeight) * beyond + meaningWeight * nearness;
  return evidence / (evidence + chance);
}

/** `strong`: holds half of the question's information, or is nearer in meaning than coincidence brings the nearest. */
function strengthOf({ words, nearness }: Judged, passages: number): PassageMatch['strength'] {
  return words.coverage >= halfCovered || nearness >= coincidence(passages) ? 'strong' : 'partial';
}
