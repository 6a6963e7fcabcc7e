import { expect, test } from 'vitest';
import { parseFlow, parseFlowText } from './parse-flow.ts';
import { wholeFlow } from './testing/sample-flows.ts';

function codes(json: unknown): string[] {
  return parseFlow(json).issues.map(({ code, node, port }) => [code, node, port].filter(Boolean).join(' '));
}

const withNode = (node: unknown): unknown => ({ jacquard: 1, name: 'x', nodes: { a: node } });

test('a flow with every part is read as it is', () => {
  expect(parseFlow(structuredClone(wholeFlow))).toEqual({ flow: wholeFlow, issues: [] });
});

test.each([[null], [5], ['text'], [[]], [undefined], [Number.NaN]])('%j is no flow', (json) => {
  expect(codes(json)).toEqual(['flow-not-an-object']);
});

test('another format is named', () => {
  expect(codes({ name: 'x', nodes: {} })).toEqual(['flow-format-missing']);
  expect(parseFlow({ jacquard: 2 }).issues).toMatchObject([{ code: 'flow-format-newer', params: { format: 2 } }]);
});

test('every issue says where it is', () => {
  const inner = { type: 'a.b', inputs: { x: { from: 'no-dot' } } };
  expect(codes(withNode({ type: 'a.b', nodes: { b: inner } }))).toEqual(['flow-reference-invalid b x']);
  expect(codes(withNode({ type: 'a.b', tilte: 'x' }))).toEqual(['flow-key-unknown a']);
  expect(codes(withNode({ inputs: {} }))).toEqual(['flow-key-missing a']);
  expect(codes(withNode({ type: 'a.b', timeout: 'long' }))).toEqual(['flow-value-type a']);
  expect(codes(withNode({ type: 'Nope' }))).toEqual(['flow-type-invalid a']);
  expect(codes({ jacquard: 1, name: 'x', nodes: { 'Bad Id': { type: 'a.b' } } })).toEqual(['flow-id-invalid']);
  expect(codes(withNode({ type: 'a.b', inputs: { 'Bad Name': 1 } }))).toEqual(['flow-port-name-invalid a Bad Name']);
});

test('inputs in no known form say which form would do', () => {
  const input = (value: unknown): string[] => codes(withNode({ type: 'a.b', inputs: { x: value } }));
  expect(input({ frm: 'b.text' })).toEqual(['flow-input-unknown-form a x']);
  expect(input({ from: 'b.text', default: 1 })).toEqual(['flow-input-extra-keys a x']);
  expect(input({ secret: 'Not A Name' })).toEqual(['flow-setting-name-invalid a x']);
  expect(input({ lines: 'text' })).toEqual(['flow-input-form-invalid a x']);
  expect(input(Number.NaN)).toEqual(['flow-input-not-json a x']);
  expect(input([1, [{ from: 5 }]])).toEqual(['flow-reference-invalid a x']);
});

test('a mistyped key is recognised', () => {
  expect(parseFlow(withNode({ type: 'a.b', ouputs: {} })).issues).toMatchObject([{ params: { near: 'outputs' } }]);
});

test('text that is not JSON is located', () => {
  expect(parseFlowText('{\n  "jacquard": 1\n  "name": "x"\n}').issues).toMatchObject([
    { code: 'flow-not-json', params: { line: 3, column: 3, expected: 'comma-or-end' } },
  ]);
});

test('a node that stands twice is an issue, not a lost node', () => {
  const text = '{"jacquard": 1, "name": "x", "nodes": {"a": {"type": "a.b"}, "a": {"type": "a.c"}}}';
  expect(parseFlowText(text).issues).toMatchObject([{ code: 'flow-key-twice', params: { key: 'a', column: 62 } }]);
});

test('a key that orders objects about is refused, wherever it stands', () => {
  const hostile =
    '{"jacquard": 1, "name": "x", "nodes": {"a": {"type": "a.b", "inputs": {"x": {"value": {"__proto__": {}}}}}}}';
  expect(parseFlowText(hostile).issues.map(({ code }) => code)).toEqual(['flow-key-forbidden']);
  expect(parseFlowText('{"__proto__": {"jacquard": 1}}').flow).toBeUndefined();
});

test('what is too deep, too large or circular is refused', () => {
  const circle: Record<string, unknown> = { jacquard: 1, name: 'x', nodes: {} };
  circle['layout'] = circle;
  expect(codes(circle)).toEqual(['flow-too-deep']);
  const deep = `${'{"nodes":{"a":'.repeat(5000)}1${'}}'.repeat(5000)}`;
  expect(parseFlowText(deep).issues.map(({ code }) => code)).toEqual(['flow-too-deep']);
  const large: unknown[] = Array.from({ length: 2_000_001 }, () => 0);
  expect(codes({ jacquard: 1, name: 'x', nodes: {}, large })).toEqual(['flow-too-large']);
});

test('a file of another kind gives a bounded number of issues', () => {
  const nodes = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`N ${at}`, at]));
  expect(parseFlow({ jacquard: 1, name: 'x', nodes }).issues).toHaveLength(100);
});
