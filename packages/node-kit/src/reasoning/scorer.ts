import type { JsonValue } from '@jacquard/flow';

/** What a scorer says of a text. */
export interface Score {
  /** The higher the better; 0 is worth nothing, and 1 the most where it is a share. */
  readonly value: number;
  /** The text solves the problem: a search may stop here. */
  readonly isSolved?: boolean | undefined;
  /** What it found, for people: `sure`, `3 of 5 tests`. */
  readonly verdict?: string | undefined;
}

/** What a text is scored for. */
export interface ScoringContext {
  readonly problem: string;
  /** The texts that it was made from, where it was made from others: a merged text's parts. */
  readonly parents?: readonly string[] | undefined;
  /** The first texts that it goes back to, in order; the problem alone, where it goes back to none. */
  readonly sources?: readonly string[] | undefined;
  readonly signal: AbortSignal;
}

/** Tells what a text is worth, without a chat model of the step that asks: a check, a pattern, a program. */
export interface Scorer {
  /** What its scores stand on, for reuse. */
  readonly identity: JsonValue;
  /** Shown to people. */
  readonly name: string;
  score(text: string, context: ScoringContext): Promise<Score>;
}
