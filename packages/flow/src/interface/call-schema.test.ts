import { expect, test } from 'vitest';
import { flowInterface } from '../flow-interface.ts';
import { jsonFits } from '../json-fits.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { flowOf } from '../testing/sample-flows.ts';
import { answerSchema, callSchema, flowPortsSchema } from './call-schema.ts';

const flow = flowOf(
  {
    question: { type: 'io.text-input', inputs: { label: 'Your question' } },
    tone: { type: 'io.choice-input', inputs: { options: ['kind', 'short'] } },
    language: { type: 'io.text-input', inputs: { default: 'en' } },
    split: { type: 'data.split', inputs: { text: 'x' } },
    structure: {
      type: 'data.structure',
      inputs: {
        schema: {
          value: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            $ref: '#/$defs/tree',
            $defs: { tree: { type: 'object', properties: { inner: { $ref: '#/$defs/tree' } } } },
          },
        },
        text: 'x',
      },
    },
    reply: { type: 'io.json-output', inputs: { json: { from: 'structure.json' } } },
    parts: { type: 'io.json-output', inputs: { json: { from: 'split.parts' } } },
  },
  { overrides: ['split.by'] },
);
const whole = flowInterface(flow, sampleDescriptors);

test('the inputs are described by one JSON Schema', () => {
  expect(flowPortsSchema(whole.inputs)).toEqual({
    type: 'object',
    properties: {
      question: { type: 'string', title: 'Your question' },
      tone: { type: 'string', enum: ['kind', 'short'] },
      language: { type: 'string', default: 'en' },
    },
    required: ['question', 'tone'],
    additionalProperties: false,
  });
});

test('a call fits its schema exactly when it gives what is needed and sets what is allowed', () => {
  const schema = callSchema(whole);
  const inputs = { question: 'Why?', tone: 'kind' };
  expect(jsonFits({ inputs }, schema)).toBeUndefined();
  expect(jsonFits({ inputs, overrides: { 'split.by': 'word' }, sessionId: 's' }, schema)).toBeUndefined();
  expect(jsonFits({}, schema)?.place).toBe('/inputs');
  expect(jsonFits({ inputs: { ...inputs, other: 1 } }, schema)?.place).toBe('/inputs/other');
  expect(jsonFits({ inputs, overrides: { 'split.text': 'word' } }, schema)?.place).toBe('/overrides/split.text');
  expect(jsonFits({ inputs, overrides: { 'split.by': 'page' } }, schema)?.keyword).toBe('enum');
});

test('references inside a port’s schema lead to the port’s place in the whole', () => {
  const schema = answerSchema(whole);
  const answer = (reply: object) =>
    jsonFits(JSON.parse(JSON.stringify({ runId: 'r', usage: {}, outputs: { reply, parts: ['a'] } })), schema);
  expect(answer({ inner: { inner: {} } })).toBeUndefined();
  expect(answer({ inner: { inner: 1 } })?.place).toBe('/outputs/reply');
  expect(answer({ ref: 'a'.repeat(64), size: 100_000 })).toBeUndefined();
  expect(jsonFits({ runId: 'r', usage: {}, outputs: {} }, schema)).toBeUndefined();
});
