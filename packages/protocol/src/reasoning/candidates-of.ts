import type { AnyReasoningItem, TraceSource } from '@jacquard/flow';

/** A score, and the counts that it is the share of. */
export interface CandidateScore {
  readonly value: number;
  readonly right: number | undefined;
  readonly of: number | undefined;
}

/** A text that competes. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
  /** From 0. */
  readonly round: number;
  readonly parent: string | undefined;
  readonly from: TraceSource | undefined;
  readonly train: CandidateScore | undefined;
  readonly heldOut: CandidateScore | undefined;
  readonly all: CandidateScore | undefined;
  readonly isChosen: boolean;
}

/** The candidates of a step. */
export interface Candidates {
  /**
   * The best first, by what they are chosen by: the score on the training part, or on all; then as they came. What was held out is no
   * part of it: it tells how much of a score is chance, and only the best are scored on it.
   */
  readonly ranked: readonly Candidate[];
  readonly rounds: number;
  /** Where bars end: the highest of all scores; 1 where all are shares, unless all are as small as likelihoods. */
  readonly highest: number;
  /** Where bars begin: 0, or the lowest where scores lie below it, as likelihoods do. */
  readonly lowest: number;
}

const sides = { train: 'train', 'held-out': 'heldOut', all: 'all' } as const;

/** The candidates as they stand after these items; undefined where no item is one. */
export function candidatesOf(items: readonly AnyReasoningItem[]): Candidates | undefined {
  const known = new Map<string, Candidate>();
  const scores = new Map<string, Partial<Record<'train' | 'heldOut' | 'all', CandidateScore>>>();
  let chosen: string | undefined;
  for (const { form, data } of items) {
    if (form === 'candidate') {
      const { id, text, round, parent, from } = data;
      known.set(id, { ...none, id, text, round, parent, from });
    } else if (form === 'score') {
      const { value, right, of } = data;
      scores.set(data.candidate, { ...scores.get(data.candidate), [sides[data.on]]: { value, right, of } });
    } else if (form === 'choice') chosen = data.candidate;
  }
  if (known.size === 0) return undefined;
  const list = [...known.values()].map((candidate) => ({
    ...candidate,
    ...scores.get(candidate.id),
    isChosen: candidate.id === chosen,
  }));
  return {
    ranked: list.toSorted((a, b) => compare(rankingScore(a), rankingScore(b))),
    rounds: list.reduce((most, { round }) => Math.max(most, round + 1), 1),
    ...endsOf(list),
  };
}

/** The score that ranks a candidate. */
export function rankingScore({ train, all }: Candidate): CandidateScore | undefined {
  return train ?? all;
}

const none = { train: undefined, heldOut: undefined, all: undefined, isChosen: false } as const;

/** Shares below that, of nothing that is counted, are likelihoods: beside 1 they would all look like nothing. */
const tiny = 0.1;

function endsOf(list: readonly Candidate[]): Pick<Candidates, 'lowest' | 'highest'> {
  let [lowest, highest] = [0, Number.NEGATIVE_INFINITY];
  let isCounted = false;
  for (const { train, heldOut, all } of list) {
    for (const score of [train, heldOut, all]) {
      if (!score) continue;
      lowest = Math.min(lowest, score.value);
      highest = Math.max(highest, score.value);
      isCounted ||= score.right !== undefined;
    }
  }
  const isTiny = highest > 0 && highest < tiny && !isCounted;
  return { lowest, highest: lowest < 0 || isTiny ? highest : Math.max(1, highest) };
}

/** The higher first; what has no score yet comes last. */
function compare(a: CandidateScore | undefined, b: CandidateScore | undefined): number {
  if (a && b) return b.value - a.value;
  return Number(a === undefined) - Number(b === undefined);
}
