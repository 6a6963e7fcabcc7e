import { checkFlow, flowInterface, flowPortsSchema, parseFlow, type Descriptors } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { loadNodes } from './node-families.ts';

const descriptors: Descriptors = new Map((await loadNodes()).map(({ descriptor }) => [descriptor.type, descriptor]));

function interfaceOf(nodes: object) {
  const { flow, issues } = parseFlow({ jacquard: 1, name: 'Interface', nodes });
  if (!flow) throw new Error(JSON.stringify(issues));
  expect(checkFlow(flow, descriptors).filter(({ severity }) => severity === 'error')).toEqual([]);
  return flowInterface(flow, descriptors);
}

test('a chat input is asked for under its id, and must be there', () => {
  const { inputs, outputs } = interfaceOf({
    question: { type: 'io.chat-input' },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'question.text' } } },
  });
  expect(inputs).toMatchObject([{ id: 'question', port: 'text', optional: false, kind: { kind: 'text' } }]);
  expect(outputs).toMatchObject([{ id: 'reply', port: 'text', kind: { kind: 'text' } }]);
});

test('labels, help and defaults reach whoever fills the flow in', () => {
  const { inputs } = interfaceOf({
    topic: { type: 'io.text-input', inputs: { label: 'Topic', help: 'One or two words.', default: 'Looms' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'topic.text' } } },
  });
  expect(inputs).toMatchObject([
    { title: 'Topic', help: 'One or two words.', default: 'Looms', optional: true, schema: { title: 'Topic' } },
  ]);
});

test('options and schemas become those of the API', () => {
  const schema = { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] };
  const { inputs } = interfaceOf({
    tone: { type: 'io.choice-input', inputs: { options: ['friendly', 'formal'] } },
    order: { type: 'io.json-input', inputs: { schema: { value: schema } } },
    letter: { type: 'io.file-input', inputs: { optional: true } },
    count: { type: 'io.number-input', inputs: { min: 1, max: 9 } },
    all: { type: 'io.json-output', inputs: { json: { from: 'order.json' } } },
  });
  expect(flowPortsSchema(inputs)).toMatchObject({
    required: ['tone', 'order', 'count'],
    properties: {
      tone: { enum: ['friendly', 'formal'] },
      order: schema,
      count: { type: 'number', minimum: 1, maximum: 9 },
    },
  });
});

test('a classifier’s labels are the options of what follows, a schema’s form the form', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
  const { outputs } = interfaceOf({
    question: { type: 'io.chat-input' },
    model: { type: 'models.chat-model' },
    data: {
      type: 'models.structured-output',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, schema: { value: schema } },
    },
    result: { type: 'io.json-output', inputs: { json: { from: 'data.json' } } },
  });
  expect(outputs).toMatchObject([{ id: 'result', port: 'json' }]);
});
