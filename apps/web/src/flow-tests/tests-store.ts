import { create } from 'zustand';

interface TestsState {
  /** The file of tests that is shown; undefined: the flow's first. */
  readonly testId: string | undefined;
  /** The case that is shown; undefined: the first. */
  readonly caseName: string | undefined;
  /** The case is being edited; `new`: one that isn't there yet. */
  readonly editing: 'case' | 'new' | undefined;
  /** Why something couldn't be done. */
  readonly problem: unknown;
}

/** What the tests panel shows. */
export const useTests = create<TestsState>()(() => ({
  testId: undefined,
  caseName: undefined,
  editing: undefined,
  problem: undefined,
}));

/** Shows a case. */
export function showCase(testId: string, caseName: string | undefined): void {
  useTests.setState({ testId, caseName, editing: undefined, problem: undefined });
}

/** Does what a button asks and says why it couldn't. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  useTests.setState({ problem: undefined });
  try {
    await work();
  } catch (problem) {
    useTests.setState({ problem });
  }
}
