import type { PassageMatch } from '@jacquard/flow';
import type { SearchMode } from '@jacquard/node-kit';
import type { PassageWords } from './passage-words.ts';
import type { QueryTerm } from './query-terms.ts';

/** A query's term with how many passages hold it, in any language, and its weight: inverse document frequency. */
export interface WeighedTerm extends QueryTerm {
  readonly passages: number;
  readonly weight: number;
}

/** A passage that may answer. `meaning` is its cosine; absent when it has no vector, or meaning wasn't asked. */
export interface Candidate {
  readonly number: number;
  readonly words: PassageWords;
  readonly meaning?: number | undefined;
}

export interface RankingTask {
  readonly mode: SearchMode;
  readonly terms: readonly WeighedTerm[];
  readonly candidates: readonly Candidate[];
  /** Mean count of content words a passage, by language. */
  readonly averageLength: (language: string) => number;
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

/** Inverse document frequency as BM25 has it, never negative (Lucene's form). */
export function inverseFrequency(holders: number, passages: number): number {
  return Math.log(1 + (passages - holders + 0.5) / (holders + 0.5));
}

const saturation = 1.2;
const lengthWeight = 0.75;

export function rankPassages({ mode, terms, candidates, averageLength }: RankingTask): Ranking {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const scored = candidates.map((candidate) => {
    const { words } = candidate;
    const length = 1 - lengthWeight + (lengthWeight * words.body.length) / Math.max(1, averageLength(words.language));
    let bm25 = 0;
    let held = 0;
    for (const term of terms) {
      const stems = new Set(term.stems[words.language]);
      if (stems.size === 0) continue;
      const count = words.body.filter((stem) => stems.has(stem)).length;
      const around =
        words.title.some((stem) => stems.has(stem)) || words.headings.some((stem) => stems.has(stem)) ? 1 : 0;
      if (count + around === 0) continue;
      held += term.weight;
      const frequency = count / length + around;
      bm25 += (term.weight * frequency * (saturation + 1)) / (frequency + saturation);
    }
    return { candidate, bm25, coverage: total === 0 ? 0 : held / total };
  });
  const coverage = Math.max(0, ...scored.map((one) => one.coverage));
  const meanings = candidates.flatMap(({ meaning }) => (meaning === undefined ? [] : [meaning]));
  const best = Math.max(0, ...scored.map(({ bm25 }) => bm25));
  const [low, high] = [Math.min(...meanings), Math.max(...meanings)];
  const meaningWeight =
    mode === 'keyword' || meanings.length === 0 ? 0 : mode === 'dense' ? 1 : Math.min(0.9, Math.max(0.2, 1 - coverage));
  const passages = scored
    .map(({ candidate: { number, meaning }, bm25, coverage }): RankedPassage => {
      const words = best === 0 ? 0 : bm25 / best;
      const near = meaning === undefined || high === low ? 0 : (meaning - low) / (high - low);
      const score = meaningWeight * near + (1 - meaningWeight) * words;
      const strength = coverage >= 0.5 ? 'strong' : 'partial';
      return {
        number,
        match: {
          strength,
          score,
          coverage,
          ...(mode === 'dense' ? {} : { words }),
          ...(meaning === undefined ? {} : { meaning }),
        },
      };
    })
    .filter(({ match }) => match.score > 0)
    .sort((a, b) => b.match.score - a.match.score || a.number - b.number);
  return { passages, coverage, meaningWeight, bestMeaning: meanings.length === 0 ? undefined : high };
}
