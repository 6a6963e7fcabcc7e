import { parseFlow, Problem } from '@jacquard/flow';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutateFlow, mutations } from '../testing/mutate-flow.ts';
import { propertyRuns, propertyTimeout, randomFlow } from '../testing/random-flow.ts';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, choose, forEach, output, repeatUntil, step, strict, subFlow } from '../testing/test-nodes.ts';

const pass = step('pass', ({ value, values }) => value ?? values?.length ?? null);
const broken = step('broken', () => {
  throw new Problem('provider-refused');
});
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, strict, choose, pass, broken];

const refusals: ReadonlySet<string> = new Set(['flow-has-issues', 'run-input-unknown', 'run-input-missing']);

test(
  'a changed document is refused with its issues, or runs to an end: never an exception',
  { timeout: propertyTimeout },
  async () => {
    const seen = { refused: 0, ran: 0 };
    await fc.assert(
      fc.asyncProperty(randomFlow, mutations, async (flow, changes) => {
        const { flow: parsed } = parseFlow(mutateFlow(flow, changes));
        if (parsed === undefined) return;
        const { start } = createTestExecutor({ nodes });
        const inputs = Object.fromEntries(
          Object.entries(parsed.nodes).flatMap(([id, { type }]) => (type === 'test.any-input' ? [[id, 1]] : [])),
        );
        try {
          const handle = await start(parsed.nodes, { inputs, limits: { steps: 3000, time: 10_000 } });
          const { status, error } = await handle.result;
          expect(['completed', 'failed']).toContain(status);
          expect(error?.code).not.toBe('step-failed');
          seen.ran += 1;
        } catch (error) {
          if (!Problem.is(error) || !refusals.has(error.code)) throw error;
          seen.refused += 1;
        }
      }),
      { numRuns: propertyRuns },
    );
    expect(seen.ran).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  },
);
