import { flowDocumentSchema, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { anyInput, output } from '../testing/test-nodes.ts';
import { createPlanner, type Planner } from './planner.ts';

function createTestPlanner(): Planner {
  const nodes = [anyInput, output];
  const registry = {
    descriptors: new Map(nodes.map(({ descriptor }) => [descriptor.type, descriptor])),
    definition: (type: string) => nodes.find(({ descriptor }) => descriptor.type === type),
  };
  return createPlanner(registry, { flow: async () => undefined }, undefined);
}

function flow(id: string, x = 0): FlowDocument {
  return flowDocumentSchema.parse({
    jacquard: 1,
    name: 'Test',
    nodes: {
      [id]: { type: 'test.any-input' },
      out: { type: 'test.output', inputs: { value: { from: `${id}.value` } } },
    },
    layout: { nodes: { out: { x, y: 0 } } },
  });
}

test('a flow that was only moved about on the canvas is not compiled again', async () => {
  const planner = createTestPlanner();
  const first = await planner.plan(flow('question'), undefined);
  const second = await planner.plan(flow('question', 400), undefined);
  expect(second.flow.layout).toEqual({ nodes: { out: { x: 400, y: 0 } } });
  expect(second.root).toBe(first.root);
});

test('of more flows than are remembered, those in use stay', async () => {
  const planner = createTestPlanner();
  const used = flow('used');
  const plan = await planner.plan(used, undefined);
  for (let count = 0; count < 300; count += 1) {
    await planner.plan(flow(`other-${count}`), undefined);
    await planner.plan(used, undefined);
  }
  expect(await planner.plan(used, undefined)).toBe(plan);
});
