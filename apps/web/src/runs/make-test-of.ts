import { loadPart } from '../values/load-part.ts';

/** Makes a test of a past run and shows it; the code for that comes with the first one. */
export async function makeTestOf(flowId: string, runId: string): Promise<void> {
  const { makeTest } = await loadPart(() => import('../flow-tests/make-test.ts'));
  await makeTest(flowId, runId);
}
