import { expect, test } from 'vitest';
import { sampleFlow } from '../testing/sample-flow.ts';
import { copyNodes } from './copy-nodes.ts';
import { mostPasted, readClipboard } from './read-clipboard.ts';

function nodesOf(value: unknown): unknown {
  const pasted = readClipboard(JSON.stringify(value));
  return pasted.form === 'nodes' ? pasted.flow.nodes : pasted;
}

const split = { type: 'data.split', inputs: { text: 'a b' } };

test('a flow, a record of nodes and a single node are nodes', () => {
  const pasted = readClipboard(copyNodes(sampleFlow, ['split', 'each']));
  expect(pasted.form === 'nodes' && Object.keys(pasted.flow.nodes)).toEqual(['split', 'each']);
  expect(nodesOf(split)).toEqual({ split });
  expect(nodesOf({ cut: split })).toEqual({ cut: split });
  expect(nodesOf({ nodes: { cut: split }, layout: { nodes: { cut: { x: 1, y: 2 } } } })).toEqual({ cut: split });
});

test('JSON that is no flow is data, whatever it looks like', () => {
  expect(readClipboard('[1, 2]')).toEqual({ form: 'json', value: [1, 2] });
  expect(nodesOf({ type: 'book', pages: 3 })).toMatchObject({ form: 'json' });
  expect(nodesOf({ type: 'data.split', inputs: { text: { from: 'no address' } } })).toMatchObject({ form: 'json' });
});

test('a flow that is broken is refused with what is wrong', () => {
  expect(readClipboard('{ "jacquard": 1, "name": "x", "nodes": {')).toMatchObject({
    form: 'refused',
    issue: { code: 'flow-not-json' },
  });
  expect(nodesOf({ jacquard: 9, name: 'x', nodes: {} })).toMatchObject({ issue: { code: 'flow-format-newer' } });
  expect(nodesOf({ jacquard: 1, name: 'x', nodes: {} })).toMatchObject({ form: 'refused', reason: 'broken-flow' });
});

test('cells of a spreadsheet are rows by their names', () => {
  expect(readClipboard('name\tprice\r\nlinen\t4.5\r\n"silk, ""raw"""\t\r\n')).toEqual({
    form: 'rows',
    rows: [
      { name: 'linen', price: 4.5 },
      { name: 'silk, "raw"', price: null },
    ],
  });
});

test('other text stays text, with its tabs and braces', () => {
  expect(readClipboard('Write {{count}} lines.')).toEqual({ form: 'text', text: 'Write {{count}} lines.' });
  expect(readClipboard('a\tb\nc')).toMatchObject({ form: 'text' });
  expect(readClipboard('{ not: json }')).toMatchObject({ form: 'text' });
  expect(readClipboard(' \n ')).toEqual({ form: 'nothing' });
});

test('what is too large is refused before it is read', () => {
  expect(readClipboard(`[${' '.repeat(mostPasted)}]`)).toEqual({ form: 'refused', reason: 'too-large' });
});
