import { saveText } from '../values/download/save-text.ts';
import { flowTestsRequests } from './flow-tests-requests.ts';

/** Downloads a test with what is recorded for it, as one file. */
export async function exportTest(flowId: string, id: string): Promise<void> {
  const whole = await flowTestsRequests.whole(flowId, id);
  saveText(`${id}.flow-test.export.json`, `${JSON.stringify(whole, undefined, 2)}\n`);
}
