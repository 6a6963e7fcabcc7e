import { expect, test } from 'vitest';
import { projectFlow } from '../projection/project-flow.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { sampleFlow } from '../testing/sample-flow.ts';
import { connectablePorts } from './connectable-ports.ts';
import { connectionCheck } from './connection-check.ts';
import { flowOrder } from './flow-order.ts';

const canvas = projectFlow(sampleFlow, sampleDescriptors);

function choices(node: string, handle: string): { open: string[]; refused: string[] } {
  const all = connectablePorts(sampleFlow, canvas, { node, handle });
  const name = (choice: (typeof all)[number]): string => `${choice.node} ${choice.handle}`;
  return {
    open: all.filter(({ canConnect }) => canConnect).map(name),
    refused: all.filter(({ canConnect }) => !canConnect).map(name),
  };
}

test('from an output all inputs that fit are offered, free ones first, and those that don’t fit last', () => {
  const { open, refused } = choices('question', 'out:text');
  expect(open[0]).toBe('part in:system');
  expect(open.at(-1)).toBe('reply in:text');
  expect(open).toContain('each in:items');
  expect(refused).toEqual(['part in:model']);
});

test('what is wired already isn’t offered again', () => {
  expect(choices('question', 'out:text').open).not.toContain('split in:text');
  expect(choices('split', 'in:text').open).toEqual([]);
});

//   split ──▶ each ( part )      ╳ part ──▶ reply      ╳ join ──▶ split
test('no wire out of a loop past its outputs, and none that closes a circle', () => {
  expect(choices('part', 'out:answer').open).toEqual([]);
  expect(choices('join', 'out:text').open).toEqual([]);
  expect(choices('join', 'out:text').refused).toContain('split in:text');
  expect(choices('each', 'inner:index').open).toEqual(['part in:system', 'part in:prompt']);
});

test('it says what the checks say, port by port', () => {
  for (const { id, ports } of canvas.nodes) {
    for (const name of Object.keys(ports.outputs)) {
      for (const choice of connectablePorts(sampleFlow, canvas, { node: id, handle: `out:${name}` })) {
        const to = { node: choice.node, port: choice.handle.slice('in:'.length) };
        const check = connectionCheck(sampleFlow, sampleDescriptors, { from: `${id}.${name}`, to });
        expect({ from: `${id}.${name}`, to, can: choice.canConnect }).toEqual({
          from: `${id}.${name}`,
          to,
          can: check.isAllowed,
        });
      }
    }
  }
});

test('the order of the flow goes from what is read to what reads it, a loop before what it holds', () => {
  expect(flowOrder(sampleFlow)).toEqual(['question', 'model', 'split', 'each', 'part', 'join', 'reply']);
});
