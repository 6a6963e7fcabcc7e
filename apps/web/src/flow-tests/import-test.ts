import { Problem } from '@jacquard/flow';
import { flowTestsRequests } from './flow-tests-requests.ts';
import { attempt, showCase } from './tests-store.ts';
import { refreshTests } from './use-flow-tests.ts';

const largestFile = 16 * 1024 * 1024;

/** Takes in a file of tests: an export with its recordings, or the bare `*.flow-test.json` of a folder. */
export async function importTest(flowId: string, file: File): Promise<void> {
  await attempt(async () => {
    if (file.size > largestFile) throw new Problem('test-file-unreadable', { file: file.name });
    const json = readJson(await file.text(), file.name);
    const isWhole = typeof json === 'object' && json !== null && 'test' in json;
    const made = await flowTestsRequests.import(flowId, isWhole ? json : { test: json });
    await refreshTests(flowId);
    showCase(made.id, undefined);
  });
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('test-file-unreadable', { file });
  }
}
