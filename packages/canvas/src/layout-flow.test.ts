import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { overlaps } from './free-place.ts';
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

//   each ( one ▶ two, still )  beside      two stands over still, and the frame is too small for what was laid out
test('tidied inside of a loop, nodes cover none that stays, and what stands beside the loop makes room as it grows', async () => {
  const nodes = {
    one: { type: 'data.join' },
    two: { type: 'data.join', inputs: { texts: [{ from: 'one.text' }] } },
    still: { type: 'data.join' },
  };
  const layout = {
    nodes: {
      each: { x: 0, y: 0, width: 700, height: 320 },
      one: { x: 200, y: 96 },
      two: { x: 210, y: 110 },
      still: { x: 230, y: 96 },
      beside: { x: 740, y: 0 },
      below: { x: 0, y: 340 },
    },
  };
  const others = { beside: { type: 'data.join' }, below: { type: 'data.join' } };
  const each = { type: 'control.for-each', nodes };
  const loop = projectFlow({ jacquard: 1, name: 'Loop', nodes: { each, ...others }, layout }, sampleDescriptors);
  const drawn = new Map(loop.nodes.map(({ id, size: own }) => [id, own ?? size]));
  const laid = await layoutFlow(elk, loop, drawn, { only: new Set(['one', 'two']) });
  const at = (id: string) => ({
    ...(loop.nodes.find((node) => node.id === id)?.position ?? { x: 0, y: 0 }),
    ...laid.positions[id],
    ...size,
  });
  expect([overlaps(at('one'), at('two')), overlaps(at('one'), at('still')), overlaps(at('two'), at('still'))]).toEqual([
    false,
    false,
    false,
  ]);
  const frame = { x: 0, y: 0, width: 700, height: 320, ...laid.sizes.each };
  for (const id of ['one', 'two']) {
    expect(at(id).x + size.width).toBeLessThan(frame.width);
    expect(at(id).y + size.height).toBeLessThan(frame.height);
  }
  expect(frame.width + frame.height).toBeGreaterThan(1020);
  expect([overlaps(frame, at('beside')), overlaps(frame, at('below'))]).toEqual([false, false]);
  expect(laid.positions.still).toBeUndefined();
});
