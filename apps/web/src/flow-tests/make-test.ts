import { openBottom } from '../state/panel-store.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { attempt, showCase } from './tests-store.ts';
import { refreshTests } from './use-flow-tests.ts';

/** Makes a test of a past run and shows it, or why there is none. */
export async function makeTest(flowId: string, runId: string): Promise<void> {
  openBottom('tests');
  await attempt(async () => {
    const made = await flowTestsRequests.fromRun(flowId, runId);
    await refreshTests(flowId);
    showCase(made.id, made.case);
  });
}
