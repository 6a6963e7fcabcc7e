import type { JsonValue } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '@jacquard/flow';
import { propertyRuns, propertyTimeout, randomFlow } from '../testing/random-flow.ts';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, choose, forEach, output, repeatUntil, step, strict, subFlow } from '../testing/test-nodes.ts';

const pass = step('pass', ({ value, values }) => value ?? values?.length ?? 'none');
const broken = step('broken', () => {
  throw new Problem('provider-refused');
});
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, strict, choose, pass, broken];

/** Outputs of some of the steps at the top, by node. */
function someOutputs(events: readonly RunEvent[], draw: number): Record<string, Record<string, JsonValue>> {
  const ends = events.flatMap((event) => {
    const isAtTop = event.type === 'step-end' && !event.step.includes('/');
    return isAtTop ? [[event.step, event.outputs] as const] : [];
  });
  return Object.fromEntries(ends.filter((_end, at) => (draw >> (at % 16)) % 2 === 1));
}

test(
  'a flow gives the same when some of its values are given, whole or cut anywhere and gone on; no given node runs',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, fc.nat(65_535), fc.nat(200), async (flow, draw, cutAt) => {
        const first = createTestExecutor({ nodes });
        const inputs = { input: 'x' };
        const result = await first.run(flow.nodes, { inputs });
        const given = someOutputs(first.events(), draw);
        const second = createTestExecutor({ nodes });
        const again = await second.run(flow.nodes, { inputs, given });
        expect(again).toMatchObject({ status: 'completed', outputs: result.outputs, skipped: result.skipped });
        const all = second.events();
        for (const event of all) {
          if (event.type !== 'step-end' || !('step' in event)) continue;
          expect(event.pinned === true).toBe(Object.hasOwn(given, event.step));
        }
        const cut = all.slice(0, 1 + (cutAt % (all.length - 1)));
        const third = createTestExecutor({ nodes });
        await third.log.append('run', cut);
        const handle = await third.start(flow.nodes, { resume: { events: cut, owner: 'third', count: 1 } });
        expect(await handle.result).toMatchObject({ status: 'completed', outputs: result.outputs });
      }),
      { numRuns: propertyRuns },
    );
  },
);
