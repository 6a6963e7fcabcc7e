import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { fakeChatModel } from '../testing/fake-chat-model.ts';
import { drawSamples, type DrawnSample } from './draw-samples.ts';

const messages = [{ role: 'user', content: 'How many?' }] as const;

async function drawAll(model: ReturnType<typeof fakeChatModel>, signal = new AbortController().signal) {
  const drawn: DrawnSample[] = [];
  for await (const sample of drawSamples(model, messages, { count: 3, name: 'sample', signal, seed: 7 }))
    drawn.push(sample);
  return drawn.toSorted((one, other) => one.sample - other.sample);
}

test('a model on this machine draws them in one call', async () => {
  const model = fakeChatModel({ replies: ['one', 'two', 'three'] });
  expect((await drawAll(model)).map(({ sample, text }) => [sample, text])).toEqual([
    [0, 'one'],
    [1, 'two'],
    [2, 'three'],
  ]);
  expect(model.calls).toHaveLength(1);
});

test('elsewhere each is a call with a seed of its own, and one that fails takes no other along', async () => {
  const model = fakeChatModel({
    replies: ['one', new Problem('provider-refused', {}, { kind: 'operational' }), 'three'],
  });
  const drawn = await drawAll({ ...model, location: 'https://api.example.org', calls: model.calls });
  expect(drawn.map(({ text, problem }) => problem?.code ?? text)).toEqual(['one', 'provider-refused', 'three']);
  expect(model.calls.map(({ options }) => options.seed)).toEqual([7, 8, 9]);
});

test('a cancelled step draws no more', async () => {
  const controller = new AbortController();
  controller.abort(new Error('over'));
  await expect(drawAll(fakeChatModel({ replies: ['one'] }), controller.signal)).rejects.toThrow('over');
});
