import { expect, test } from 'vitest';
import { checkFlow } from '../check-flow.ts';
import { flowInterface } from '../flow-interface.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { flowOf } from '../testing/sample-flows.ts';

const nodes = {
  question: { type: 'io.text-input' },
  model: { type: 'models.chat-model', inputs: { model: 'default' } },
  chat: {
    type: 'models.chat',
    title: 'Answer',
    inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, temperature: 0.5 },
  },
  template: { type: 'prompts.template', inputs: { template: 'x' } },
  reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
};

const issuesOf = (...overrides: string[]): string[] =>
  checkFlow(flowOf(nodes, { overrides }), sampleDescriptors).map(({ code, severity, params }) =>
    [severity, code, params['reason'] ?? params['near']].filter((part) => typeof part === 'string').join(' '),
  );

test('a list of what callers may set has no issue', () => {
  expect(issuesOf('chat.temperature', 'model.model')).toEqual([]);
});

test('entries that lead nowhere are warnings, those that may never be set are errors', () => {
  expect(issuesOf('chatt.temperature')).toEqual(['warning override-node-unknown chat']);
  expect(issuesOf('chat.temprature')).toEqual(['warning override-input-unknown temperature']);
  expect(issuesOf('chat.prompt')).toEqual(['warning override-wired']);
  expect(issuesOf('chat.temperature', 'chat.temperature')).toEqual(['warning override-twice']);
  expect(issuesOf('chat.model')).toEqual(['error override-refused override-component']);
  expect(issuesOf('template.template')).toEqual(['error override-refused override-ports']);
  expect(issuesOf('question.default')).toEqual(['error override-refused override-interface']);
});

test('each but the one that stands twice is mended by taking it off the list', () => {
  const overrides = ['gone.text', 'chat.prompt', 'chat.temperature', 'chat.temperature'];
  expect(checkFlow(flowOf(nodes, { overrides }), sampleDescriptors).map(({ suggestion }) => suggestion)).toEqual([
    { do: 'remove-override', node: 'gone', port: 'text' },
    { do: 'remove-override', node: 'chat', port: 'prompt' },
    undefined,
  ]);
});

test('the interface names what callers may set, typed, and leaves out what they may not', () => {
  const overrides = ['chat.temperature', 'chat.prompt', 'gone.text', 'chat.temperature'];
  expect(flowInterface(flowOf(nodes, { overrides }), sampleDescriptors).overrides).toMatchObject([
    {
      id: 'chat.temperature',
      title: 'Answer',
      kind: { kind: 'number' },
      default: 0.5,
      schema: { type: 'number', minimum: 0, maximum: 2, default: 0.5, title: 'Answer: Input' },
    },
  ]);
});
