import type { SandboxFile, SandboxValue } from './run-request.ts';

/**
 * How a run ended. `failed`: the code raised an error, or doesn't parse. `crashed`: its interpreter broke, or the code ended it.
 */
export type RunEnding = 'finished' | 'failed' | 'timed-out' | 'out-of-memory' | 'crashed';

/** An error of the code's own, as its language tells it; `line` counts from 1 in the code that was given. */
export interface CodeError {
  readonly name: string;
  readonly message: string;
  readonly line?: number | undefined;
  /** The way to the error through the code, one call a line. */
  readonly trace?: string | undefined;
}

/** What both reports tell. Everything in them was made by the code, and is worth as much. */
interface Report {
  readonly ended: RunEnding;
  readonly stdout: string;
  readonly stderr: string;
  /** More was printed than the limit allows: what is here is its beginning. */
  readonly isOutputCut: boolean;
  readonly error?: CodeError | undefined;
  /** Milliseconds that it took. */
  readonly duration: number;
}

/** What came of code. */
export interface RunReport extends Report {
  /** What the code gave back; absent when that was nothing. */
  readonly value?: SandboxValue | undefined;
  /** The value was larger or deeper than a value may be. */
  readonly isValueLeftOut: boolean;
  /** Files that the code has written or changed. */
  readonly files: readonly SandboxFile[];
  /** Names of files that the limits left out. */
  readonly filesLeftOut: readonly string[];
}

/** What came of one test. `not-run`: the code before it failed, or the time was over. */
export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'timed-out' | 'not-run';
  /** What it found, in the language's own words. */
  readonly message?: string | undefined;
}

/** What came of tests. `ended` and `error` tell of the code that the tests are for. */
export interface TestReport extends Report {
  readonly tests: readonly TestResult[];
}
