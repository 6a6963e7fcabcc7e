import { expect, test } from 'vitest';
import { flowInterface, flowPortsSchema } from './flow-interface.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf } from './testing/sample-flows.ts';

const flow = flowOf({
  question: { type: 'io.text-input', title: 'Ask', inputs: { label: 'Your question' } },
  tone: { type: 'io.choice-input', inputs: { options: ['kind', 'short'] } },
  language: { type: 'io.text-input', inputs: { default: 'en' } },
  off: { type: 'io.text-input', disabled: true },
  reply: { type: 'io.text-output', inputs: { text: { from: 'question.text' } } },
});

test('the inputs and outputs of a flow are its enabled io nodes, by their ids', () => {
  const { inputs, outputs } = flowInterface(flow, sampleDescriptors);
  expect(inputs.map(({ id, port, optional }) => `${id} ${port} ${optional}`)).toEqual([
    'question text false',
    'tone choice false',
    'language text true',
  ]);
  expect(inputs[0]?.title).toBe('Your question');
  expect(inputs[2]?.default).toBe('en');
  expect(outputs).toMatchObject([{ id: 'reply', port: 'text', kind: { kind: 'text' }, schema: { type: 'string' } }]);
});

test('the whole is described by one JSON Schema a side', () => {
  expect(flowPortsSchema(flowInterface(flow, sampleDescriptors).inputs)).toEqual({
    type: 'object',
    properties: {
      question: { type: 'string', title: 'Your question' },
      tone: { type: 'string', enum: ['kind', 'short'] },
      language: { type: 'string' },
    },
    required: ['question', 'tone'],
    additionalProperties: false,
  });
});

test('a question carries what an empty conversation offers to ask, without empty lines', () => {
  const asked = flowOf({
    question: { type: 'io.text-input', inputs: { suggestions: ['How many books?', '', 'When is it open?'] } },
  });
  expect(flowInterface(asked, sampleDescriptors).inputs[0]?.suggestions).toEqual([
    'How many books?',
    'When is it open?',
  ]);
});
