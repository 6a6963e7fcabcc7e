import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { layoutFlow } from './layout-flow.ts';
import { projectFlow } from './projection/project-flow.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { sampleFlow } from './testing/sample-flow.ts';

const elk = new ElkConstructor.default();
const canvas = projectFlow(sampleFlow, sampleDescriptors);
const size = { width: 240, height: 160 };
const sizes = new Map(canvas.nodes.map(({ id }) => [id, size]));

//   question ▶ split ▶ each ( part ) ▶ join ▶ reply
test('wires run to the right, nothing overlaps, and a loop is large enough for what stands in it', async () => {
  const { positions, sizes: scopes } = await layoutFlow(elk, canvas, sizes);
  const chain = ['question', 'split', 'each', 'join', 'reply'].map((id) => positions[id]?.x ?? 0);
  expect(chain.toSorted((one, other) => one - other)).toEqual(chain);
  const boxes = canvas.nodes
    .filter(({ parent }) => parent === undefined)
    .map(({ id }) => ({ x: 0, y: 0, ...positions[id], ...(scopes[id] ?? size) }));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(apart).toBe(true);
    }
  }
  const { part, each } = { part: positions.part ?? { x: 0, y: 0 }, each: scopes.each ?? { width: 0, height: 0 } };
  expect(part.x).toBeGreaterThan(0);
  expect(part.x + size.width).toBeLessThan(each.width);
  expect(part.y + size.height).toBeLessThan(each.height);
});

test('coordinates are whole numbers, and the same flow gives the same picture', async () => {
  const first = await layoutFlow(elk, canvas, sizes);
  const second = await layoutFlow(elk, canvas, sizes);
  expect(second).toEqual(first);
  for (const { x, y } of Object.values(first.positions)) expect([x, y].every(Number.isInteger)).toBe(true);
});

test('of a selection only its nodes are tidied, where they stand', async () => {
  const { positions } = await layoutFlow(elk, canvas, sizes, { only: new Set(['question', 'split']) });
  expect(Object.keys(positions).toSorted()).toEqual(['question', 'split']);
  const least = Math.min(...Object.values(positions).map(({ x }) => x));
  const before = canvas.nodes.filter(({ id }) => id in positions).map(({ position }) => position.x);
  expect(Math.abs(least - Math.min(...before))).toBeLessThan(40);
});

test('a selected loop takes along all that stands in it, however deep', async () => {
  const inner = { part: { type: 'data.join' } };
  const again = { type: 'control.for-each', nodes: inner };
  const nodes = { each: { type: 'control.for-each', nodes: { again } }, join: { type: 'data.join' } };
  const deep = projectFlow({ jacquard: 1, name: 'Deep', nodes }, sampleDescriptors);
  const { positions } = await layoutFlow(elk, deep, sizes, { only: new Set(['each']) });
  expect(Object.keys(positions).toSorted()).toEqual(['again', 'each', 'part']);
});
