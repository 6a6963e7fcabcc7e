import type { JsonValue, Words } from '@jacquard/flow';

/** Languages of code that may run here: the options of a choice port, with their labels. */
export const codeLanguages = {
  python: { en: 'Python', fr: 'Python' },
  javascript: { en: 'JavaScript', fr: 'JavaScript' },
} as const satisfies Readonly<Record<string, Words>>;

export type CodeLanguage = keyof typeof codeLanguages;

/** What code may take: `time` in milliseconds, `memory` in bytes. What is left out, the sandbox decides. */
export interface CodeLimits {
  readonly time?: number | undefined;
  readonly memory?: number | undefined;
}

/** A file that is given to code, or that it has written. */
export interface CodeFile {
  readonly name: string;
  readonly content: Uint8Array;
}

interface CodeRequest {
  readonly language: CodeLanguage;
  readonly code: string;
  /** The code finds it as `inputs`. */
  readonly inputs?: JsonValue | undefined;
  readonly files?: readonly CodeFile[] | undefined;
  readonly limits?: CodeLimits | undefined;
}

/** Code to run, and what it may read as if it were typed. */
export interface CodeRun extends CodeRequest {
  readonly stdin?: string | undefined;
}

/** A test of code: more code, which passes when it raises nothing and its last expression isn't false. */
export interface CodeTest {
  readonly name: string;
  readonly code: string;
}

/** Code, and tests that run after it, each for at most `timePerTest` milliseconds. */
export interface CodeTesting extends CodeRequest {
  readonly tests: readonly CodeTest[];
  readonly timePerTest?: number | undefined;
}

/** What both kinds of outcome tell. All of it was made by the code: it is as untrusted as what a model writes. */
interface CodeReport {
  /** `failed`: it raised an error or doesn't parse. `crashed`: its interpreter broke, or the code ended it. */
  readonly ended: 'finished' | 'failed' | 'timed-out' | 'out-of-memory' | 'crashed';
  readonly stdout: string;
  readonly stderr: string;
  /** More was printed than is here. */
  readonly isOutputCut: boolean;
  readonly error?:
    | {
        readonly name: string;
        readonly message: string;
        /** From 1, in the code that was given. */
        readonly line?: number | undefined;
        readonly trace?: string | undefined;
      }
    | undefined;
  /** Milliseconds. */
  readonly duration: number;
}

/** What came of code. */
export interface CodeOutcome extends CodeReport {
  /** What it gave back; absent when that was nothing. */
  readonly value?: JsonValue | undefined;
  /** The value was too large or too deep to be told. */
  readonly isValueLeftOut: boolean;
  /** Files that it has written or changed. */
  readonly files: readonly CodeFile[];
  readonly filesLeftOut: readonly string[];
}

/** What came of one test. `not-run`: the code before it failed, or the time was over. */
export interface CodeTestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'timed-out' | 'not-run';
  readonly message?: string | undefined;
}

/** What came of tests. */
export interface CodeTestOutcome extends CodeReport {
  readonly tests: readonly CodeTestResult[];
}

/**
 * The only place where a user's or a model's code runs: without network, with no files but those given, within limits. Errors of the
 * code are in what it gives. Throws `sandbox-refused` (a request beyond the limits), `sandbox-busy`, `sandbox-unavailable`, or the
 * signal's reason.
 */
export interface SandboxService {
  run(request: CodeRun, signal: AbortSignal): Promise<CodeOutcome>;
  /** `onResult` hears each result as it comes; it must not throw. */
  runTests(
    request: CodeTesting,
    signal: AbortSignal,
    onResult?: (result: CodeTestResult, index: number) => void,
  ): Promise<CodeTestOutcome>;
}
