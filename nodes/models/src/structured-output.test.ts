import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { structuredOutput } from './structured-output.ts';

const schema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] };
const ask = (model: ReturnType<typeof fakeChatModel>) =>
  runNode(structuredOutput, { inputs: { model, prompt: 'How many?', schema } });

test('a model that knows schemas is given the schema and no words about it', async () => {
  const model = fakeChatModel({ replies: ['{"n":3}'], capabilities: { schema: true } });
  expect((await ask(model)).outputs).toEqual({ json: { n: 3 } });
  expect(model.calls[0]?.options.schema).toEqual(schema);
  expect(model.calls[0]?.messages).toEqual([{ role: 'user', content: 'How many?' }]);
});

test('another model is asked for it, and a fenced answer is read', async () => {
  const model = fakeChatModel({ replies: ['```json\n{"n":3}\n```'] });
  expect((await ask(model)).outputs).toEqual({ json: { n: 3 } });
  expect(model.calls[0]?.messages[0]?.content).toContain('"integer"');
});

test('a wrong answer is sent back once with its fault', async () => {
  const model = fakeChatModel({ replies: ['{"n":"three"}', '{"n":3}'] });
  const { outputs, traces } = await ask(model);
  expect(outputs).toEqual({ json: { n: 3 } });
  expect(traces.map(({ data }) => data)).toEqual(['{"n":"three"}', '{"n":3}']);
  expect(model.calls[1]?.messages.at(-1)?.content).toContain('/n: type');
});

test('what came instead is named after the second time', async () => {
  const model = fakeChatModel({ replies: ['Sure, it is three!'] });
  await expect(ask(model)).rejects.toMatchObject({
    code: 'answer-not-of-schema',
    params: { model: 'Fake', answer: 'Sure, it is three!' },
  });
  expect(model.calls).toHaveLength(2);
});
