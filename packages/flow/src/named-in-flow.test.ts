import { expect, test } from 'vitest';
import { namedInFlow, renameInFlow } from './named-in-flow.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf, wholeFlow } from './testing/sample-flows.ts';

const flow = flowOf({
  library: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'handbook' } },
  other: { type: 'retrieval.knowledge-base', inputs: { knowledge: { value: 'rules' } } },
  set: { type: 'retrieval.knowledge-base', inputs: { knowledge: { setting: 'base' } } },
  sub: { type: 'control.sub-flow', inputs: { flow: 'handbook' } },
  each: {
    type: 'control.for-each',
    inputs: { items: ['a'] },
    nodes: { inner: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'handbook' } } },
    outputs: {},
  },
});

test('knowledge bases and flows are named by the fields that take them, in scopes, too', () => {
  expect(namedInFlow(flow, sampleDescriptors, 'knowledge')).toEqual(['handbook', 'rules']);
  expect(namedInFlow(flow, sampleDescriptors, 'flow')).toEqual(['handbook']);
  expect(namedInFlow(wholeFlow, sampleDescriptors, 'knowledge')).toEqual([]);
});

test('renaming changes the names of one field alone, wherever they stand', () => {
  const renames = new Map([
    ['handbook', 'handbook-2'],
    ['rules', 'rules-3'],
  ]);
  const renamed = renameInFlow(flow, sampleDescriptors, 'knowledge', renames);
  expect(namedInFlow(renamed, sampleDescriptors, 'knowledge')).toEqual(['handbook-2', 'rules-3']);
  expect(namedInFlow(renamed, sampleDescriptors, 'flow')).toEqual(['handbook']);
  expect(renamed.nodes['set']).toEqual(flow.nodes['set']);
  expect(renameInFlow(wholeFlow, sampleDescriptors, 'knowledge', renames)).toEqual(wholeFlow);
});
