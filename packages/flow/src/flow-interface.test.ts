import { expect, test } from 'vitest';
import { flowInterface } from './flow-interface.ts';
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

test('a question carries what an empty conversation offers to ask, without empty lines', () => {
  const asked = flowOf({
    question: { type: 'io.text-input', inputs: { suggestions: ['How many books?', '', 'When is it open?'] } },
  });
  expect(flowInterface(asked, sampleDescriptors).inputs[0]?.suggestions).toEqual([
    'How many books?',
    'When is it open?',
  ]);
});

test('examples and defaults stand in the schema, for those who only read that', () => {
  const asked = flowOf({
    question: { type: 'io.text-input', inputs: { example: 'Why?', default: 'How?', suggestions: ['Why?', 'When?'] } },
    empty: { type: 'io.text-input', inputs: { example: '' } },
  });
  const [question, empty] = flowInterface(asked, sampleDescriptors).inputs;
  expect(question?.schema).toEqual({ type: 'string', default: 'How?', examples: ['Why?', 'When?'] });
  expect(empty?.schema).toEqual({ type: 'string' });
});

test('a json output has the schema of what is wired to it', () => {
  const schema = { type: 'object', properties: { n: { type: 'number' } } };
  const { outputs } = flowInterface(
    flowOf({
      structure: { type: 'data.structure', inputs: { schema: { value: schema }, text: 'x' } },
      table: { type: 'data.table' },
      split: { type: 'data.split', inputs: { text: 'x' } },
      made: { type: 'io.json-output', inputs: { json: { from: 'structure.json' } } },
      rows: { type: 'io.json-output', inputs: { json: { from: 'table.table' } } },
      parts: { type: 'io.json-output', inputs: { json: { from: 'split.parts' } } },
    }),
    sampleDescriptors,
  );
  expect(outputs.map((output) => output.schema)).toMatchObject([
    schema,
    { type: 'array', items: { type: 'object' } },
    { type: 'array', items: { type: 'string' } },
  ]);
});
