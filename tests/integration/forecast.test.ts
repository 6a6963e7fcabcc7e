import { forecastRun, pastRunOf, type RunWish } from '@jacquard/canvas';
import {
  createTestExecutor,
  mutateFlow,
  mutations,
  propertyRuns,
  propertyTimeout,
  randomFlow,
  testNodes,
} from '@jacquard/executor/testing';
import { flowDocumentSchema, nodesById, placedNodes, Problem, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const { anyInput, choose, forEach, output, repeatUntil, step, strict, subFlow } = testNodes;

/** What is drawn is another in each run; of two steps with the same inputs the same, since they share what is kept. */
let generation = 0;
const pass = step('pass', ({ value, values }) => [generation, JSON.stringify(value ?? values ?? null).length], {
  determinism: 'sampled',
});
const broken = step('broken', () => {
  throw new Problem('provider-refused');
});
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, strict, choose, pass, broken];
const descriptors = new Map(nodes.map(({ descriptor }) => [descriptor.type, descriptor]));

function viewOf(events: readonly RunEvent[]): RunView {
  const view = events.reduce<RunView | undefined>(applyRunEvent, undefined);
  if (view === undefined) throw new Error('no events');
  return view;
}

/** Steps of nodes that hold no others, by what became of them. */
function happened(view: RunView, flow: FlowDocument): { ran: string[]; pinned: string[] } {
  const placed = nodesById(flow);
  const steps = [...view.steps.values()].filter(({ node }) => placed.get(node)?.node.nodes === undefined);
  const isRun = ({ status, kept, pinned }: (typeof steps)[number]): boolean =>
    status !== 'skipped' && !kept && pinned !== true;
  return {
    ran: [...new Set(steps.filter(isRun).map(({ node }) => node))],
    pinned: [...new Set([...view.steps.values()].flatMap(({ node, pinned }) => (pinned === true ? [node] : [])))],
  };
}

/** Some of the values of a run, as pins; every other one another value. */
function somePins(view: RunView, flow: FlowDocument, draw: number): Map<string, Readonly<Record<string, JsonValue>>> {
  const found = [...view.steps.values()].filter(({ step, outputs }, at) => {
    return (
      outputs !== undefined && !step.includes('/') && Object.hasOwn(flow.nodes, step) && (draw >> (at % 16)) % 4 === 1
    );
  });
  return new Map(
    found.map(({ node, outputs = {} }, at) => {
      const isAny = flow.nodes[node]?.type === 'test.pass' && at % 2 === 1;
      return [node, isAny ? { value: 'another' } : outputs];
    }),
  );
}

/**
 * Every step with a seed of its own. Steps with the same inputs share what is kept: were one of two run afresh alone, the
 * other would take the new value, too, and no forecast knows which have the same.
 */
function withoutTwins(flow: FlowDocument): FlowDocument {
  const copy = structuredClone(flow);
  for (const [at, { id, node }] of placedNodes(copy).entries()) {
    const seed = Number(/^n(\d+)$/.exec(id)?.[1] ?? 1000 + at);
    if (node.type === 'test.pass') Object.assign(node, { inputs: { ...node.inputs, seed } });
  }
  return copy;
}

/** Without those that the edit left no place for: a run goes on without them, and a forecast is told of none. */
function takenPins<Pin>(pins: ReadonlyMap<string, Pin>, { unusedPins = [] }: RunView): Map<string, Pin> {
  const unused = new Set(unusedPins.map(({ node }) => node));
  return new Map([...pins].filter(([id]) => !unused.has(id)));
}

const wishes = fc.record({
  kind: fc.constantFrom('none', 'none', 'target', 'from', 'afresh'),
  node: fc.nat(40),
});

function wishOf({ kind, node }: { kind: string; node: number }, flow: FlowDocument): RunWish {
  const steps = [...nodesById(flow).values()].filter(({ node: one }) => !/input|output/.test(one.type));
  const id = steps[node % Math.max(1, steps.length)]?.id;
  if (kind === 'afresh') return { afresh: true };
  return id === undefined || kind === 'none' ? {} : kind === 'target' ? { target: id } : { from: id };
}

test(
  'what a run is said to keep it keeps, whatever was edited, pinned or wished; no node runs that was not named',
  { timeout: propertyTimeout },
  async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        randomFlow,
        mutations,
        wishes,
        fc.nat(65_535),
        fc.boolean(),
        async (drawn, edits, wished, draw, isOther) => {
          const apart = wished.kind === 'from' ? withoutTwins : (flow: FlowDocument) => flow;
          const flow = apart(drawn);
          const executor = createTestExecutor({ nodes });
          generation = 1;
          await executor.run(flow.nodes, { reuse: 'editor', inputs: { input: 'x' }, runId: '1' });
          generation = 2;
          const past = viewOf(executor.events('1'));
          const edited = apart(flowDocumentSchema.parse(mutateFlow(flow, edits)));
          const inputs = { input: isOther ? 'y' : 'x' };
          const pins = somePins(past, edited, draw);
          const wish = wishOf(wished, edited);
          const request = { reuse: 'editor' as const, inputs, pins: Object.fromEntries(pins), ...wish, runId: '2' };
          const result = await executor.run(edited.nodes, request).catch((error: unknown) => error);
          fc.pre(!Problem.is(result)); // the edit left a flow that can't run
          compared += 1;
          const view = viewOf(executor.events('2'));
          const { ran, pinned } = happened(view, edited);
          const taken = takenPins(pins, view);
          const said = forecastRun(pastRunOf(past), { document: edited, inputs, pins: taken }, descriptors, wish);
          const isAsBefore = edits.length === 0 && pins.size === 0 && !isOther && Object.keys(wish).length === 0;
          const isFine = [...past.steps.values()].every(({ isHandled }) => !isHandled);
          expect(isAsBefore && isFine ? said.runs : []).toEqual([]);
          expect(ran.filter((id) => !said.runs.includes(id))).toEqual([]);
          expect(said.kept.filter((id) => ran.includes(id))).toEqual([]);
          expect(pinned.filter((id) => !said.pinned.includes(id))).toEqual([]);
        },
      ),
      { numRuns: propertyRuns * 2 },
    );
    expect(compared).toBeGreaterThan(propertyRuns / 2);
  },
);
