import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import type { FlowDocument } from './flow-document.ts';
import type { CheckContext } from './flow-view.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf, wholeFlow } from './testing/sample-flows.ts';

function check(nodes: FlowDocument['nodes'], context?: CheckContext): ReturnType<typeof checkFlow> {
  return checkFlow(flowOf(nodes), sampleDescriptors, context);
}

function codes(nodes: FlowDocument['nodes'], context?: CheckContext): string[] {
  return check(nodes, context).map(({ code }) => code);
}

const chat = { type: 'models.chat-model' };
const question = { type: 'io.text-input' };

test('a flow with every part has no issues', () => {
  expect(checkFlow(wholeFlow, sampleDescriptors)).toEqual([]);
});

test('an empty flow is a warning', () => {
  expect(check({})).toEqual([{ code: 'flow-empty', severity: 'warning', params: {} }]);
});

test('an unknown type is reported with what was meant, and mended by one click', () => {
  expect(check({ a: { type: 'models.caht' } })).toEqual([
    {
      code: 'node-type-unknown',
      severity: 'error',
      params: { type: 'models.caht', near: 'models.chat' },
      node: 'a',
      suggestion: { do: 'set-type', node: 'a', type: 'models.chat' },
    },
  ]);
});

test('a type written by a newer version is reported', () => {
  const flow = flowOf({ a: question }, { types: { 'io.text-input': 7 } });
  expect(checkFlow(flow, sampleDescriptors)).toMatchObject([
    { code: 'node-type-newer', params: { written: 7, known: 1 } },
  ]);
});

test('a required input that is absent, or null, is missing', () => {
  expect(check({ join: { type: 'data.join' } })).toMatchObject([
    { code: 'input-missing', node: 'join', port: 'texts' },
  ]);
  expect(codes({ join: { type: 'data.join', inputs: { texts: null } } })).toEqual(['input-missing']);
});

test('each variable of a template is an input that is needed', () => {
  const issues = check({ t: { type: 'prompts.template', inputs: { template: 'Say {{word}}', wrod: 'x' } } });
  expect(issues).toMatchObject([
    { code: 'input-unknown', port: 'wrod', params: { near: 'word' }, suggestion: { do: 'remove-input' } },
    { code: 'input-missing', port: 'word' },
  ]);
});

test('two nodes with one id, in whatever scopes, are reported at the second', () => {
  const nodes = { a: question, s: { type: 'control.sub-flow', nodes: { a: question } } };
  expect(codes(nodes)).toEqual(['node-id-twice']);
});

test('names that every object inherits are names like others', () => {
  const nodes = {
    constructor: { type: 'data.split', inputs: { text: 'x', constructor: 'y' } },
    valueof: { type: 'data.join', inputs: { texts: { from: 'constructor.constructor' } } },
    b: { type: 'data.join', inputs: { texts: { from: 'hasownproperty.parts' } } },
  };
  expect(codes(nodes)).toEqual(['input-unknown', 'reference-port-unknown', 'reference-node-unknown']);
});

test('a cycle is reported with its way round', () => {
  const nodes = {
    a: { type: 'data.join', inputs: { texts: { from: 'b.text' } } },
    b: { type: 'data.join', inputs: { texts: { from: 'a.text' } } },
  };
  expect(check(nodes)).toMatchObject([{ code: 'flow-cycle', params: { path: ['b', 'a', 'b'] } }]);
});

test('a secret that does not exist is a warning; a secret elsewhere than in its field is refused', () => {
  const server = { type: 'models.server', inputs: { address: 'https://x.example', key: { secret: 'none' } } };
  expect(check({ server }, { secrets: new Set() })).toMatchObject([{ code: 'secret-unknown', severity: 'warning' }]);
  expect(codes({ server })).toEqual([]);
  expect(codes({ t: { type: 'data.split', inputs: { text: { secret: 'key' } } } })).toEqual(['secret-not-taken']);
  const leaked = { ...server, inputs: { ...server.inputs, key: 'sk-AbCdEf' } };
  expect(codes({ server: leaked })).toEqual(['input-needs-secret']);
});

test('a source that is switched off is a warning where it is needed', () => {
  const nodes = {
    q: { ...question, disabled: true },
    out: { type: 'io.text-output', inputs: { text: { from: 'q.text' } } },
  };
  expect(check(nodes)).toMatchObject([{ code: 'source-disabled', severity: 'warning', node: 'out' }]);
});

test('a component is settled before the run: it takes no output of a step', () => {
  const nodes = { q: question, m: { ...chat, inputs: { temperature: { from: 'q.text' } } } };
  expect(codes(nodes)).toEqual(['component-wired-to-step']);
});

test('a file that is not there is a warning', () => {
  const nodes = { read: { type: 'data.read-file', inputs: { file: { file: 'a.txt' } } } };
  expect(codes(nodes, { files: new Set() })).toEqual(['file-unknown']);
  expect(codes(nodes, { files: new Set(['a.txt']) })).toEqual([]);
});

test('a thousand wrong references get issues each, but not a suggestion each', () => {
  const nodes = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [
      `n${at}`,
      { type: 'data.join', inputs: { texts: { from: `m${at}.text` } } },
    ]),
  );
  const issues = check(nodes);
  expect(issues).toHaveLength(1000);
  expect(issues.filter(({ params }) => 'near' in params).length).toBeLessThan(50);
});
