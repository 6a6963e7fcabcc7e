import type {
  CodeOutcome,
  CodeRun,
  CodeTestOutcome,
  CodeTestResult,
  CodeTesting,
  SandboxService,
} from '../sandbox-service.ts';

/** A sandbox that answers what it was told to, and remembers what it was asked. */
export interface FakeSandbox extends SandboxService {
  readonly runs: readonly CodeRun[];
  readonly testings: readonly CodeTesting[];
}

export interface FakeSandboxOptions {
  /** What comes of code; where it says nothing, the code finished with nothing. */
  readonly run?: (request: CodeRun) => Partial<CodeOutcome>;
  /** What comes of a test; without it, every test passes. */
  readonly test?: (code: string, test: string) => Omit<CodeTestResult, 'name'>;
  /** What came of the code that is tested. */
  readonly tested?: Partial<CodeTestOutcome>;
}

const nothing = { ended: 'finished', stdout: '', stderr: '', isOutputCut: false, duration: 1 } as const;

/** Runs no code: nodes that ask for a sandbox are tested against it. */
export function fakeSandbox({ run, test, tested }: FakeSandboxOptions = {}): FakeSandbox {
  const runs: CodeRun[] = [];
  const testings: CodeTesting[] = [];
  return {
    runs,
    testings,
    async run(request, signal) {
      signal.throwIfAborted();
      runs.push(request);
      return { ...nothing, isValueLeftOut: false, files: [], filesLeftOut: [], ...run?.(request) };
    },
    async runTests(request, signal, onResult) {
      signal.throwIfAborted();
      testings.push(request);
      const tests = request.tests.map(({ name, code }): CodeTestResult => ({
        name,
        ...(test?.(request.code, code) ?? { outcome: 'passed' }),
      }));
      for (const [index, result] of tests.entries()) onResult?.(result, index);
      return { ...nothing, tests, ...tested };
    },
  };
}
