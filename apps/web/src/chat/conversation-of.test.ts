import type { Descriptor, FlowPort } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { conversationOf } from './conversation-of.ts';

const port = (id: string, type: string, kind: FlowPort['kind'] = { kind: 'text' }): FlowPort => ({
  id,
  type,
  kind,
  port: 'text',
  optional: false,
  schema: {},
});
const descriptors = new Map(
  ['io.chat-input', 'io.chat-output'].map((type) => [type, { type, isConversation: true } as Descriptor]), // boundary: only this is read
);

test('the chat input is the question, the chat output the answer, and the rest stands beside', () => {
  const found = conversationOf(
    {
      inputs: [port('topic', 'io.text-input'), port('question', 'io.chat-input')],
      outputs: [port('log', 'io.text-output'), port('reply', 'io.chat-output')],
      overrides: [],
    },
    descriptors,
  );
  expect(found.question?.id).toBe('question');
  expect(found.answer?.id).toBe('reply');
  expect(found.otherInputs.map(({ id }) => id)).toEqual(['topic']);
  expect(found.otherOutputs.map(({ id }) => id)).toEqual(['log']);
});

test('without a chat output the first text is the answer', () => {
  const found = conversationOf(
    {
      inputs: [port('question', 'io.chat-input')],
      outputs: [port('rows', 'io.table-output', { kind: 'table' }), port('words', 'io.text-output')],
      overrides: [],
    },
    descriptors,
  );
  expect(found.answer?.id).toBe('words');
  expect(found.otherOutputs.map(({ id }) => id)).toEqual(['rows']);
});

test('a flow without a chat input is not talked to: all of it is a form', () => {
  const found = conversationOf(
    { inputs: [port('topic', 'io.text-input')], outputs: [port('reply', 'io.chat-output')], overrides: [] },
    descriptors,
  );
  expect(found.question).toBeUndefined();
  expect(found.answer).toBeUndefined();
  expect(found.otherOutputs.map(({ id }) => id)).toEqual(['reply']);
});
