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
