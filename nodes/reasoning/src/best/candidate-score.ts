import type { TraceSource } from '@jacquard/node-kit';

/** What a candidate is worth, and how that was found. */
export interface CandidateScore {
  /** From 0 to 1 where it is a share or a grade; the higher the better. */
  readonly value: number;
  /** Tests passed, of so many. */
  readonly right?: number;
  readonly of?: number;
  /** For people: `8 of 10`, the words of a check. */
  readonly verdict: string;
  /** Nothing could be better: more candidates needn't be drawn. */
  readonly isBest?: boolean;
  readonly from?: TraceSource;
}

/** Scores the answer of that number, counted from 0; undefined where it can't be told. */
export type ScoreCandidate = (answer: string, sample: number) => Promise<CandidateScore | undefined>;
