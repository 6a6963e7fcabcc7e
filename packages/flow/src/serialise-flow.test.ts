import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFlow, parseFlowText } from './parse-flow.ts';
import { serialiseFlow } from './serialise-flow.ts';
import { flowArbitrary } from './testing/flow-arbitrary.ts';
import { propertyRuns, propertyTimeout } from './testing/property-runs.ts';
import { flowOf, wholeFlow } from './testing/sample-flows.ts';

test('file form: two spaces, one key a line, LF and a final line break', () => {
  const flow = flowOf({ chat: { type: 'models.chat', inputs: { prompt: 'a\nb', model: { from: 'model.model' } } } });
  expect(serialiseFlow(flow)).toBe(`{
  "jacquard": 1,
  "name": "Sample",
  "nodes": {
    "chat": {
      "type": "models.chat",
      "inputs": {
        "prompt": {
          "lines": [
            "a",
            "b"
          ]
        },
        "model": {
          "from": "model.model"
        }
      }
    }
  }
}
`);
});

test('keys stand in the order of the schema, nodes and inputs in the order written', () => {
  const flow = flowOf({ b: { inputs: { z: 1, a: 2 }, title: 'B', type: 't.t' }, a: { type: 't.t' } });
  const text = serialiseFlow({ nodes: flow.nodes, name: 'x', jacquard: 1 });
  expect([...text.matchAll(/"(\w+)":/g)].map((match) => match[1])).toEqual([
    'jacquard',
    'name',
    'nodes',
    'b',
    'type',
    'title',
    'inputs',
    'z',
    'a',
    'a',
    'type',
  ]);
});

test('types and layout are sorted', () => {
  const text = serialiseFlow(
    flowOf({}, { types: { 'b.b': 1, 'a.a': 2 }, layout: { nodes: { z: { y: 1, x: 0 }, b: { x: 0, y: 0 } } } }),
  );
  expect(text.indexOf('a.a')).toBeLessThan(text.indexOf('b.b'));
  expect(text.indexOf('"b"')).toBeLessThan(text.indexOf('"z"'));
  expect(text.indexOf('"x"')).toBeLessThan(text.indexOf('"y"'));
});

test('empty parts and defaults are left out, but not the inside of a scope', () => {
  const flow = flowOf(
    { a: { type: 't.t', inputs: {}, disabled: false, title: '', onError: 'fail', nodes: {} } },
    { types: {}, layout: { nodes: {}, notes: {} }, description: '' },
  );
  expect(JSON.parse(serialiseFlow(flow))).toEqual({
    jacquard: 1,
    name: 'Sample',
    nodes: { a: { type: 't.t', nodes: {} } },
  });
});

test('a text of one line is a text, however it was given', () => {
  const flow = flowOf({ a: { type: 't.t', inputs: { x: { lines: ['one'] }, y: { lines: [] }, z: ['a\n', 1] } } });
  expect(JSON.parse(serialiseFlow(flow)).nodes.a.inputs).toEqual({ x: 'one', y: '', z: [{ lines: ['a', ''] }, 1] });
});

test('a flow with every part keeps them all', () => {
  expect(parseFlowText(serialiseFlow(wholeFlow))).toEqual({ flow: wholeFlow, issues: [] });
});

test('property: a file in file form, opened and saved, changes no byte', { timeout: propertyTimeout }, () => {
  fc.assert(
    fc.property(flowArbitrary, (flow) => {
      const text = serialiseFlow(flow);
      const parsed = parseFlowText(text);
      expect(parsed.issues).toEqual([]);
      expect(parsed.flow && serialiseFlow(parsed.flow)).toBe(text);
    }),
    { numRuns: propertyRuns(300) },
  );
});

test('property: what a flow says survives being written', { timeout: propertyTimeout }, () => {
  fc.assert(
    fc.property(flowArbitrary, (flow) => {
      const again = parseFlow(JSON.parse(serialiseFlow(flow))).flow;
      expect(Object.keys(again?.nodes ?? {})).toEqual(Object.keys(flow.nodes));
    }),
    { numRuns: propertyRuns(300) },
  );
});
