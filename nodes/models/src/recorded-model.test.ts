import type { ChatModel, ChatOptions, Recording, Services } from '@jacquard/node-kit';
import { fakeChatModel, fakeServices, runNode } from '@jacquard/node-kit/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordedModel } from './recorded-model.ts';

let recordings: Map<string, Recording>;
let services: Services;
beforeEach(() => {
  recordings = new Map();
  services = fakeServices({ recordings });
});

async function open(mode: string, model?: ChatModel): Promise<ChatModel> {
  const { outputs } = await runNode(recordedModel, { inputs: { recording: 'colours', mode, model }, services });
  return outputs['model'] as ChatModel; // boundary: what the node makes
}

async function ask(model: ChatModel, content: string, options: ChatOptions = {}): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { text, sample = 0 } of model.stream([{ role: 'user', content }], { run: 'one', ...options })) {
    texts[sample] = (texts[sample] ?? '') + text;
  }
  return texts;
}

test('what was recorded is given again in order, from the beginning in each run, without the model', async () => {
  const recorder = await open('record', fakeChatModel({ replies: ['red', 'green', 'blue'] }));
  expect([await ask(recorder, 'A colour?'), await ask(recorder, 'A colour?', { samples: 2 })]).toEqual([
    ['red'],
    ['green', 'blue'],
  ]);
  const replayed = await open('replay');
  for (const run of ['two', 'three']) {
    expect(await ask(replayed, 'A colour?', { run, samples: 2, temperature: 1, seed: 9 })).toEqual(['red', 'green']);
    expect(await ask(replayed, 'A colour?', { run })).toEqual(['blue']);
  }
});

test('replay asks nothing of a model that is wired', async () => {
  await ask(await open('record', fakeChatModel({ replies: ['red'] })), 'A colour?');
  const wired = fakeChatModel({ replies: ['blue'] });
  expect(await ask(await open('replay', wired), 'A colour?', { run: 'two' })).toEqual(['red']);
  expect(wired.calls).toEqual([]);
});

test('what is new is asked and written down, what is known is not asked again', async () => {
  const model = fakeChatModel({ replies: ['red', 'green', 'blue'] });
  expect(await ask(await open('fill', model), 'A colour?', { run: 'one', samples: 2 })).toEqual(['red', 'green']);
  expect(await ask(await open('fill', model), 'A colour?', { run: 'two', samples: 3 })).toEqual([
    'red',
    'green',
    'blue',
  ]);
  expect(model.calls.map(({ options }) => options.samples)).toEqual([2, 1]);
});

test('recording anew replaces what an earlier run was answered, and leaves other prompts', async () => {
  const first = await open('record', fakeChatModel({ replies: ['red', 'oak'] }));
  await ask(first, 'A colour?');
  await ask(first, 'A tree?');
  const second = await open('record', fakeChatModel({ replies: ['blue', 'green'] }));
  await ask(second, 'A colour?', { run: 'two' });
  await ask(second, 'A colour?', { run: 'two' });
  const replayed = await open('replay');
  expect(await ask(replayed, 'A colour?', { run: 'three', samples: 2 })).toEqual(['blue', 'green']);
  expect(await ask(replayed, 'A tree?', { run: 'three' })).toEqual(['oak']);
});

describe('what has no recording', () => {
  test('a prompt like none of them: tells the nearest, and where they part', async () => {
    await ask(await open('record', fakeChatModel({ replies: ['red', 'oak'] })), 'Name one colour of the rainbow.');
    await ask(await open('record', fakeChatModel({ replies: ['oak'] })), 'A tree?');
    const asked = ask(await open('replay'), 'Name two colours of the rainbow.', { run: 'two' });
    await expect(asked).rejects.toMatchObject({
      code: 'recording-missing',
      params: {
        name: 'colours',
        recorded: 'user: Name one colour of the rainbow.',
        asked: 'user: Name two colours of the rainbow.',
      },
    });
  });

  test('the same words in another form: tells which setting differs', async () => {
    await ask(await open('record', fakeChatModel({ replies: ['red'] })), 'A colour?');
    const asked = ask(await open('replay'), 'A colour?', { run: 'two', stop: ['\n'] });
    await expect(asked).rejects.toMatchObject({ code: 'recording-missing', params: { settings: ['stop'] } });
  });

  test('more samples than were recorded', async () => {
    await ask(await open('record', fakeChatModel({ replies: ['red'] })), 'A colour?');
    const asked = ask(await open('replay'), 'A colour?', { run: 'two', samples: 2 });
    await expect(asked).rejects.toMatchObject({ code: 'recording-spent', params: { answers: 1 } });
  });

  test('nothing at all, and no model to record', async () => {
    await expect(ask(await open('replay'), 'A colour?')).rejects.toMatchObject({ code: 'recording-empty' });
    await expect(open('record')).rejects.toMatchObject({ code: 'recording-without-model' });
  });
});

test('an answer that failed is not recorded, and its place goes to the next', async () => {
  const recorder = await open('record', fakeChatModel({ replies: [new Error('down'), 'red'] }));
  await expect(ask(recorder, 'A colour?')).rejects.toThrow('down');
  await ask(recorder, 'A colour?');
  expect(await ask(await open('replay'), 'A colour?', { run: 'two' })).toEqual(['red']);
});

test('calls that overlap are kept in the order in which they began', async () => {
  const recorder = await open('record', fakeChatModel({ replies: ['one two three four', 'red'] }));
  await Promise.all([ask(recorder, 'A colour?'), ask(recorder, 'A colour?')]);
  expect(await ask(await open('replay'), 'A colour?', { run: 'two', samples: 2 })).toEqual([
    'one two three four',
    'red',
  ]);
});

test('a longer answer than a call allows is cut, and its tokens hold', async () => {
  await ask(await open('record', fakeChatModel({ replies: ['one two three four'] })), 'Count.');
  const chunks = [];
  const replayed = await open('replay');
  for await (const chunk of replayed.stream([{ role: 'user', content: 'Count.' }], { run: 'two', maxTokens: 2 })) {
    chunks.push(chunk);
  }
  expect(chunks).toMatchObject([{ text: 'one two t' }, { finish: 'length', usage: { outputTokens: 2 } }]);
});

test('tokens that a model tells of all its answers together are shared among them, so that none is cut', async () => {
  const together: ChatModel = {
    ...fakeChatModel({ replies: [] }),
    async *stream() {
      yield { text: 'red', sample: 0, finish: 'stop' };
      yield { text: 'green', sample: 1, finish: 'stop', usage: { inputTokens: 9, outputTokens: 5 } };
    },
  };
  await ask(await open('record', together), 'A colour?', { samples: 2 });
  expect(await ask(await open('replay'), 'A colour?', { run: 'two', samples: 2, maxTokens: 3 })).toEqual([
    'red',
    'green',
  ]);
  expect(recordings.get('colours')?.content.entries[0]?.answers).toMatchObject([
    { outputTokens: 3 },
    { outputTokens: 2 },
  ]);
});

test('likelihoods and continuations are recorded, where the model has them', async () => {
  const inner = fakeChatModel({ replies: ['machine'], score: (text) => (text === 'yes' ? -0.1 : -2) });
  const recorder = await open('record', inner);
  expect(await recorder.score?.([{ role: 'user', content: 'Is it?' }], ['yes', 'no'])).toEqual([-0.1, -2]);
  for await (const _chunk of recorder.complete?.('A loom is a', { run: 'one' }) ?? []) continue;
  const replayed = await open('replay');
  expect(await replayed.score?.([{ role: 'user', content: 'Is it?' }], ['no', 'yes'])).toEqual([-2, -0.1]);
  await expect(replayed.score?.([{ role: 'user', content: 'Is it?' }], ['maybe'])).rejects.toMatchObject({
    code: 'recording-missing',
  });
  expect(replayed.capabilities).toEqual({ ...inner.capabilities, logprobs: false });
});

test('its identity changes with what is recorded, so that kept values do, too', async () => {
  const inputs = { recording: 'colours', mode: 'replay' };
  const identify = (): Promise<unknown> | undefined => recordedModel.component?.identify({ inputs, services });
  const before = await identify();
  await ask(await open('record', fakeChatModel({ replies: ['red'] })), 'A colour?');
  expect(await identify()).not.toEqual(before);
});
