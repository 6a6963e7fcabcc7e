import type { Descriptor } from '@jacquard/flow';
import { parseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { questionFlow } from './question-flow.ts';

const titles = { question: 'Question', search: 'Search', reply: 'Answer' };
const types = [
  'io.chat-input',
  'io.chat-output',
  'memory.chat-history',
  'models.chat-model',
  'retrieval.answer-with-sources',
  'retrieval.knowledge-base',
  'retrieval.search',
];
const descriptors = new Map(types.map((type) => [type, { type, version: 3 } as Descriptor]));

test('the nodes are a flow that asks the base, each at the version that is there', () => {
  const flow = questionFlow({ base: 'handbook', titles }, descriptors);
  expect(parseFlow(flow).issues).toEqual([]);
  expect(flow?.nodes['library']?.inputs).toEqual({ knowledge: 'handbook' });
  expect(flow?.types).toEqual(Object.fromEntries(types.map((type) => [type, 3])));
  expect(Object.keys(flow?.layout?.nodes ?? {}).toSorted()).toEqual(Object.keys(flow?.nodes ?? {}).toSorted());
});

test('where a node type is missing there is no such flow', () => {
  expect(questionFlow({ base: 'handbook', titles }, new Map([...descriptors].slice(1)))).toBeUndefined();
});
