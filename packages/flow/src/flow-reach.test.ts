import { expect, test } from 'vitest';
import { flowReach } from './flow-reach.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf, wholeFlow } from './testing/sample-flows.ts';

test('models, addresses, secrets and files are listed with the nodes that use them', () => {
  expect(flowReach(wholeFlow, sampleDescriptors)).toEqual([
    { kind: 'model', name: 'default', nodes: ['model'] },
    { kind: 'address', name: 'https://models.example', nodes: ['server'] },
    { kind: 'secret', name: 'house-key', nodes: ['server'] },
  ]);
});

test('what a sub-flow uses counts for the node that runs it', () => {
  const inner = flowOf({
    read: { type: 'data.read-file', inputs: { file: { file: 'a.txt' } } },
    m: { type: 'models.chat-model' },
  });
  const flow = flowOf({ s: { type: 'control.sub-flow', inputs: { flow: 'inner' } } });
  expect(flowReach(flow, sampleDescriptors, { flow: (id) => (id === 'inner' ? inner : undefined) })).toEqual([
    { kind: 'file', name: 'a.txt', nodes: ['s'] },
    { kind: 'model', name: 'default', nodes: ['s'] },
  ]);
});

test('an address that a run decides is any address', () => {
  const server = { type: 'models.server', inputs: { address: { setting: 'address' } } };
  expect(flowReach(flowOf({ server }), sampleDescriptors)).toMatchObject([{ kind: 'address', name: '*' }]);
});

test('flows that run one another end', () => {
  const flow = flowOf({ s: { type: 'control.sub-flow', inputs: { flow: 'x' } }, m: { type: 'models.chat-model' } });
  expect(flowReach(flow, sampleDescriptors, { flow: () => flow })).toHaveLength(1);
});

test('a knowledge base is listed with what it is built with', () => {
  const flow = flowOf({
    local: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'handbook' } },
    remote: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'rules' } },
    set: { type: 'retrieval.knowledge-base', inputs: { knowledge: { setting: 'base' } } },
    own: { type: 'retrieval.embeddings', inputs: { model: 'multilingual' } },
    usual: { type: 'retrieval.embeddings' },
  });
  const embeddings = { url: 'https://embed.example/v1', model: 'e', secret: 'embed-key' };
  const knowledge = (id: string) => [id === 'rules' ? { embeddings } : { embeddings: 'default' }];
  expect(flowReach(flow, sampleDescriptors, { knowledge })).toEqual([
    { kind: 'knowledge', name: 'handbook', nodes: ['local'] },
    { kind: 'knowledge', name: 'rules', nodes: ['remote'] },
    { kind: 'address', name: 'https://embed.example', nodes: ['remote'] },
    { kind: 'secret', name: 'embed-key', nodes: ['remote'] },
    { kind: 'knowledge', name: '*', nodes: ['set'] },
    { kind: 'model', name: 'multilingual', nodes: ['own'] },
  ]);
  expect(flowReach(flow, sampleDescriptors).filter(({ kind }) => kind === 'address')).toEqual([]);
});

test('where a setting says which base it is, what any of them is built with is listed', () => {
  const flow = flowOf({ set: { type: 'retrieval.knowledge-base', inputs: { knowledge: { setting: 'base' } } } });
  const all = [{ embeddings: { url: 'https://one.example/v1', model: 'e' } }, { embeddings: 'multilingual' }, {}];
  const knowledge = (id: string) => (id === '*' ? all : []);
  expect(flowReach(flow, sampleDescriptors, { knowledge }).map(({ kind, name }) => `${kind}:${name}`)).toEqual([
    'knowledge:*',
    'address:https://one.example',
    'model:multilingual',
  ]);
});
