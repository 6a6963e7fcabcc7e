import type { Descriptor, FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { citedPort } from './cited-port.ts';

const words = { en: 'x', fr: 'x' };
const answering = {
  type: 'retrieval.answer',
  outputs: {
    text: { kind: { kind: 'text' }, label: words, cited: 'answer' },
    answer: { kind: { kind: 'json' }, label: words },
  },
} as unknown as Descriptor;
const descriptors = new Map([[answering.type, answering]]);

//  answer ──text──▶ reply
const flowTo = (from: string): FlowDocument => ({
  jacquard: 1,
  name: 'Ask',
  nodes: {
    answer: { type: 'retrieval.answer' },
    reply: { type: 'io.chat-output', inputs: { text: { from } } },
  },
});
const reply = { id: 'reply', port: 'text' };

test('an answer wired to a text with sources finds them beside it', () => {
  expect(citedPort(flowTo('answer.text'), reply, descriptors)).toEqual({
    node: 'answer',
    cited: 'answer',
  });
});

test('a text without sources, an unknown node and a flow that is not there have none', () => {
  expect(citedPort(flowTo('answer.answer'), reply, descriptors)).toBeUndefined();
  expect(citedPort(flowTo('other.text'), reply, descriptors)).toBeUndefined();
  expect(citedPort(undefined, reply, descriptors)).toBeUndefined();
});
