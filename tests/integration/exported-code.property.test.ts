import { createTestExecutor, propertyTimeout } from '@jacquard/executor/testing';
import { checkFlow, type FlowDocument } from '@jacquard/flow';
import { createNodeRegistry } from '@jacquard/runtime/code-export';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNodes } from '../contract/node-families.ts';
import { exportNodes, loadProgram, placeProgram, typeErrors } from '../fixtures/exported-program.ts';
import { randomTextFlow } from '../fixtures/random-text-flow.ts';

const nodes = await loadNodes();
const { descriptors } = createNodeRegistry();
const runs = Number(process.env['JACQUARD_PROPERTY_RUNS'] ?? 60);
const folders: string[] = [];

/** What the executor makes of a flow, without what tells of the run alone. */
async function runHere(flow: FlowDocument, inputs: Record<string, string>): Promise<unknown> {
  const { status, outputs } = await createTestExecutor({ nodes }).run(flow.nodes, { inputs });
  return status === 'completed' ? outputs : 'failed';
}

async function runThere(flow: FlowDocument, inputs: Record<string, string>): Promise<unknown> {
  const { files, problems } = await exportNodes(flow.nodes);
  expect(problems).toEqual([]);
  const folder = placeProgram(files);
  folders.push(folder);
  const run = await loadProgram(folder);
  return run(inputs).catch(() => 'failed');
}

test(
  'whatever the flow, its program takes the same ways and gives the same',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomTextFlow, fc.constantFrom('', 'a', 'n1', 'b, n2('), async (flow, maybe) => {
        const issues = checkFlow(flow, descriptors).filter(({ severity }) => severity === 'error');
        fc.pre(issues.length === 0);
        const inputs = maybe === '' ? {} : { maybe };
        expect(await runThere(flow, inputs)).toEqual(await runHere(flow, inputs));
      }),
      { numRuns: runs },
    );
  },
);

test('the programs of all these flows are of sound types', { timeout: 120_000 }, async () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(await typeErrors(folders.slice(0, 200), { noUnusedLocals: false })).toBe('');
});
