import { Problem, type FlowNode } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../plan/compile.ts';
import { propertyRuns, propertyTimeout, randomFlow } from '../testing/random-flow.ts';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, choose, forEach, output, repeatUntil, step, strict, subFlow } from '../testing/test-nodes.ts';
import { createRunState } from './create-run-state.ts';
import type { RunState } from './run-state.ts';
import { schedule } from './schedule.ts';

/** Steps take from no time to a few turns of the event loop, so that they end in many orders. */
const pass = step('pass', async ({ value, values }, { seed }) => {
  for (let turn = (JSON.stringify(value ?? values ?? null).length + seed) % 4; turn > 0; turn -= 1)
    await Promise.resolve();
  return value ?? values?.length ?? 'none';
});
const broken = step('broken', () => {
  throw new Problem('provider-refused');
});
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, strict, choose, pass, broken];
const descriptors = new Map(nodes.map(({ descriptor }) => [descriptor.type, descriptor]));
const registry = {
  descriptors,
  definition: (type: string) => nodes.find(({ descriptor }) => descriptor.type === type),
};

/** What is left of a state, as plain data. */
function plain(state: RunState): unknown {
  return {
    status: state.status,
    steps: state.steps,
    iterations: state.iterations,
    root: state.root && {
      status: [...state.root.status],
      outputs: state.root.outputs,
      remaining: state.root.remaining,
    },
    frames: [...state.frames.keys()].sort(),
    scopes: [...state.scopes.keys()].sort(),
  };
}

function pathOf(events: readonly RunEvent[], type: RunEvent['type']): string[] {
  return events.flatMap((event) => (event.type === type && 'step' in event ? [event.step] : []));
}

test(
  'any flow ends; each step runs or is skipped once, and starts only after its sources',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, async (flow) => {
        const { run, events } = createTestExecutor({ nodes });
        const result = await run(flow.nodes, { inputs: { input: 'x' } });
        expect(result.status).toBe('completed');
        const all = events();
        expect(all.map(({ seq }) => seq)).toEqual(all.map((_event, at) => at + 1));
        const settled = [...pathOf(all, 'step-end'), ...pathOf(all, 'step-skip')];
        expect(new Set(settled).size).toBe(settled.length);
        const [starts, ends] = [new Set(pathOf(all, 'step-start')), new Set(pathOf(all, 'step-end'))];
        expect([...ends].filter((step) => !starts.has(step))).toEqual([]);
        // What a failed loop had begun is given up without an end.
        const isCutShort = pathOf(all, 'step-error').length > 0;
        expect(isCutShort || starts.size === ends.size).toBe(true);
        expectSourcesFirst(all, flow.nodes, '');
      }),
      { numRuns: propertyRuns },
    );
  },
);

/** At the top: where a node reads another one, that one's end or skip stands before its start. */
function expectSourcesFirst(
  events: readonly RunEvent[],
  graph: Readonly<Record<string, FlowNode>>,
  prefix: string,
): void {
  const placeOf = (types: readonly string[], step: string): number => {
    return events.findIndex((event) => types.includes(event.type) && 'step' in event && event.step === step);
  };
  for (const [id, node] of Object.entries(graph)) {
    const start = placeOf(['step-start', 'step-skip'], prefix + id);
    if (start < 0) continue;
    const sources = JSON.stringify(node).matchAll(/"from":"([a-z0-9-]+)\./g);
    for (const [, source] of sources) {
      if (source === undefined || source === 'input' || !Object.hasOwn(graph, source) || source === id) continue;
      const end = placeOf(['step-end', 'step-skip'], prefix + source);
      expect(end, `${source} before ${id}`).toBeGreaterThanOrEqual(0);
      expect(end, `${source} before ${id}`).toBeLessThan(start);
    }
  }
}

test(
  'replaying the durable events gives an equal state, whole or cut anywhere and gone on',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, fc.nat(200), async (flow, draw) => {
        const { run, events } = createTestExecutor({ nodes });
        const result = await run(flow.nodes, { inputs: { input: 'x' } });
        const all = events();
        const plan = compile(flow, registry);
        const [once, twice] = [createRunState(plan), createRunState(plan)];
        for (const event of all) schedule(once, event, []);
        for (const event of all) schedule(twice, JSON.parse(JSON.stringify(event)) as RunEvent, []);
        expect(plain(twice)).toEqual(plain(once));
        expect(once.status).toBe('ended');
        expect(once.root?.remaining).toBe(0);

        const cut = all.slice(0, 1 + (draw % (all.length - 1)));
        const second = createTestExecutor({ nodes });
        await second.log.append('run', cut);
        const handle = await second.start(flow.nodes, { resume: { events: cut, owner: 'second', count: 1 } });
        expect(await handle.result).toMatchObject({
          status: 'completed',
          outputs: result.outputs,
          skipped: result.skipped,
        });
      }),
      { numRuns: propertyRuns },
    );
  },
);

test(
  'a loop never runs more iterations at once than it may, and gives its items in order',
  { timeout: propertyTimeout },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (delays, concurrency) => {
          //  each ( item ──▶ work )
          let running = 0;
          let most = 0;
          const work = step('work', async ({ value }) => {
            running += 1;
            most = Math.max(most, running);
            for (let turn = Number(value); turn > 0; turn -= 1) await Promise.resolve();
            running -= 1;
            return value ?? null;
          });
          const { run } = createTestExecutor({ nodes: [...nodes, work] });
          const { outputs } = await run({
            each: {
              type: 'test.for-each',
              inputs: { items: { value: delays }, concurrency },
              nodes: { work: { type: 'test.work', inputs: { value: { from: 'each.item' } } } },
              outputs: { all: { from: 'work.value' } },
            },
            out: { type: 'test.output', inputs: { value: { from: 'each.all' } } },
          });
          expect(outputs).toEqual({ out: delays });
          expect(most).toBeLessThanOrEqual(concurrency);
        },
      ),
      { numRuns: propertyRuns },
    );
  },
);
