import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import type { FlowDocument } from './flow-document.ts';
import type { Input } from './input.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf } from './testing/sample-flows.ts';

function check(nodes: FlowDocument['nodes']): ReturnType<typeof checkFlow> {
  return checkFlow(flowOf(nodes), sampleDescriptors);
}

function codesOf(type: string, inputs: Readonly<Record<string, Input>>): string[] {
  return check({ q: { type: 'io.text-input' }, node: { type, inputs } }).map(({ code }) => code);
}

test('a literal is of the kind of its port', () => {
  expect(codesOf('data.split', { text: 5 })).toEqual(['input-wrong-kind']);
  expect(codesOf('data.split', { text: true })).toEqual(['input-wrong-kind']);
  expect(codesOf('data.join', { texts: ['a', 5] })).toEqual(['input-wrong-kind']);
  expect(codesOf('data.join', { texts: 'one text is a list of one' })).toEqual([]);
  expect(codesOf('data.join', { texts: { value: ['a', 'b'] } })).toEqual([]);
});

test('NaN is no number', () => {
  const nodes = { each: { type: 'control.for-each', inputs: { items: ['a'], concurrency: Number.NaN }, nodes: {} } };
  expect(check(nodes).map(({ code }) => code)).toContain('input-wrong-kind');
});

test('bounds of a number are kept, with the nearest possible value as a suggestion', () => {
  const each = (concurrency: number): FlowDocument['nodes'] => ({
    each: { type: 'control.for-each', inputs: { items: ['a'], concurrency }, nodes: { q: { type: 'data.table' } } },
  });
  expect(check(each(0))).toMatchObject([{ code: 'input-too-small', suggestion: { do: 'set-input', input: 1 } }]);
  expect(check(each(2.4))).toMatchObject([{ code: 'input-not-whole', suggestion: { input: 2 } }]);
});

test('a choice is one of its options', () => {
  expect(check({ s: { type: 'data.split', inputs: { text: '', by: 'lime' } } })).toMatchObject([
    { code: 'input-not-an-option', params: { near: 'line' }, suggestion: { input: 'line' } },
  ]);
});

test('a field is not wired, a wire-only input is not written', () => {
  expect(codesOf('prompts.template', { template: { from: 'q.text' } })).toEqual(['input-not-wirable']);
  expect(codesOf('io.text-output', { text: 'written' })).toEqual(['input-needs-wire']);
});

test('a wire of the wrong kind is refused with its reason', () => {
  expect(codesOf('models.chat', { model: { from: 'q.text' }, prompt: { from: 'q.text' } })).toEqual([
    'kind-needs-component',
  ]);
  expect(codesOf('control.if', { value: 'a', test: { from: 'q.text' } })).toEqual(['kind-text-to-boolean']);
});

test('a file goes into a file', () => {
  expect(codesOf('data.read-file', { file: { file: 'a.txt' } })).toEqual([]);
  expect(codesOf('data.split', { text: { file: 'a.txt' } })).toEqual(['kind-different']);
});

test('what decides ports is written in the flow', () => {
  expect(codesOf('prompts.template', { template: { setting: 'prompt' } })).toEqual(['input-decides-ports']);
  expect(codesOf('data.split', { text: { setting: 'text', default: 5 } })).toEqual(['input-wrong-kind']);
});

test('several wires go into a list, not into one value', () => {
  expect(codesOf('data.join', { texts: [{ from: 'q.text' }, 'and this'] })).toEqual([]);
  expect(codesOf('data.split', { text: [{ from: 'q.text' }] })).toEqual(['input-list-refused']);
});

test('an unknown output is reported with the one that was meant', () => {
  const issues = check({
    q: { type: 'io.text-input' },
    s: { type: 'data.split', inputs: { text: { from: 'q.txt' } } },
  });
  expect(issues).toMatchObject([
    {
      code: 'reference-port-unknown',
      params: { near: 'text' },
      suggestion: { do: 'replace-source', from: 'q.txt', to: 'q.text' },
    },
  ]);
});

test('what is suggested for one item of a list or for a fallback never replaces an input', () => {
  const texts = [{ from: 'q.text' }, { from: 'q.txt' }];
  const onError = { fallback: { count: 'many' } };
  const issues = check({
    q: { type: 'io.text-input' },
    j: { type: 'data.join', inputs: { texts } },
    s: { type: 'data.split', inputs: { text: 'a' }, onError },
  });
  expect(issues.map(({ code, suggestion }) => [code, suggestion?.do])).toEqual([
    ['reference-port-unknown', 'replace-source'],
    ['input-wrong-kind', undefined],
  ]);
});
