import { Problem } from '@jacquard/flow';
import { component, defineNode, text, type NodeDefinition } from '@jacquard/node-kit';
import { fakeChatModel, type FakeReply } from '@jacquard/node-kit/testing';
import { modelCallSchema, type ModelCall, type RunEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, forEach, modelNode, output } from '../testing/test-nodes.ts';

//  model ──▶ ask ──▶ out
const flow = (prompt: string, type = 'test.chat') => ({
  model: { type: 'test.model' },
  ask: { type, inputs: { model: { from: 'model.model' }, prompt } },
  out: { type: 'test.output', inputs: { value: { from: 'ask.answer' } } },
});

const modelOf = (...replies: (string | FakeReply | Error)[]): NodeDefinition =>
  modelNode({ ...fakeChatModel({ replies }), settings: { temperature: 0.2, maxTokens: 50 } });

/** The calls as the log holds them. */
function callsOf(events: readonly RunEvent[]): ModelCall[] {
  return events.flatMap((event) =>
    event.type === 'step-trace' && event.item.form === 'model-call' ? [modelCallSchema.parse(event.item.data)] : [],
  );
}

const words = { en: 'Test', fr: 'Essai' };

/** Asks as often as its prompt says, all at once, with what a call may hold. */
const askOften = defineNode({
  version: 1,
  title: words,
  summary: words,
  icon: 'box',
  type: 'test.ask-often',
  inputs: { model: component('chat-model'), prompt: text({ label: words }) },
  outputs: { answer: text({ label: words }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: { inputs: {} },
  async run({ inputs: { model, prompt } }) {
    const tools = [{ name: 'look', description: 'Looks.', parameters: { type: 'object' } }];
    for (let count = 0; count < Number(prompt); count += 1) {
      const messages = [{ role: 'user' as const, content: `Question ${count}` }];
      for await (const chunk of model.stream(messages, { tools, samples: 2, temperature: 1 })) void chunk;
      messages.push({ role: 'user', content: 'added later' });
    }
    return { answer: 'done' };
  },
});

test('a step and its run cost what the tokens of their calls do, where the model has prices', async () => {
  const priced = modelNode({ ...fakeChatModel({ replies: ['One two three'] }), prices: { input: 2, output: 10 } });
  const { run, events } = createTestExecutor({ nodes: [priced, chat, output] });
  await run(flow('Say it twice'));
  const cost = (3 * 2 + 3 * 10) / 1_000_000;
  for (const type of ['step-end', 'run-end'] as const)
    expect(events().find((event) => event.type === type)).toMatchObject({
      usage: { inputTokens: 3, outputTokens: 3, cost: expect.closeTo(cost, 12) },
    });
  const free = createTestExecutor({ nodes: [modelOf('One'), chat, output] });
  await free.run(flow('Say it'));
  const end = free.events().find((event) => event.type === 'run-end');
  expect(end?.usage).not.toHaveProperty('cost');
});

test('a call is written down as it was sent and as it came back', async () => {
  const { run, events } = createTestExecutor({ nodes: [modelOf(' One\ntwo '), chat, output] });
  await run(flow('Say it'));
  const [call] = callsOf(events());
  const seed = events().find((event) => event.type === 'step-start' && event.step === 'ask');
  expect(call).toMatchObject({
    model: 'Fake',
    location: 'local',
    messages: [{ role: 'user', content: 'Say it' }],
    settings: { temperature: 0.2, maxTokens: 50, seed: seed?.type === 'step-start' ? seed.seed : undefined },
    answers: [{ text: ' One\ntwo ', finish: 'stop' }],
    inputTokens: 2,
    outputTokens: 2,
    ending: 'complete',
  });
});

test('several calls of a step are several items, each with its tools, its samples and its own messages', async () => {
  const toolCalls = [{ id: '1', name: 'look', arguments: { at: 'it' } }];
  const model = modelOf({ text: '', finish: 'tool-calls', toolCalls }, 'b');
  const { run, events } = createTestExecutor({ nodes: [model, askOften, output] });
  await run(flow('2', 'test.ask-often'));
  const calls = callsOf(events());
  expect(calls.map(({ messages }) => messages)).toEqual([
    [{ role: 'user', content: 'Question 0' }],
    [{ role: 'user', content: 'Question 1' }],
  ]);
  expect(calls[0]).toMatchObject({
    tools: [{ name: 'look' }],
    settings: { temperature: 1, samples: 2 },
    answers: [
      { text: '', finish: 'tool-calls', toolCalls },
      { text: 'b', finish: 'stop' },
    ],
  });
});

test('beyond the bound the number of calls alone is kept', async () => {
  const { run, events } = createTestExecutor({ nodes: [modelOf('x'), askOften, output] });
  await run(flow('1030', 'test.ask-often'));
  expect(callsOf(events())).toHaveLength(1000);
  const end = events().find((event) => event.type === 'step-end' && event.step === 'ask');
  expect(end).toMatchObject({ usage: { modelCalls: 1030 } });
});

test('long prompts and answers stand as references, and are there before the step has ended', async () => {
  const long = 'word '.repeat(30_000);
  const { run, events, values } = createTestExecutor({ nodes: [modelOf(long), chat, output] });
  await run(flow(`${long}?`));
  const order = events().map((event) => event.type);
  expect(order.indexOf('step-trace')).toBeLessThan(order.indexOf('step-end'));
  const [call] = callsOf(events());
  const answer = call?.answers[0]?.text;
  expect(answer).toMatchObject({ kind: 'text', preview: long.slice(0, 500) });
  expect(typeof answer === 'object' && (await values.get('run', answer.ref))).toBe(long);
  expect(call?.messages).toMatchObject({ kind: 'json' });
});

test('a call that fails tells what was sent, and why, also when its prompt is long', async () => {
  const refusal = new Problem('provider-refused', { origin: 'https://x.test' }, { kind: 'operational' });
  const { run, events } = createTestExecutor({ nodes: [modelOf(refusal), chat, output] });
  expect(await run(flow('word '.repeat(30_000)))).toMatchObject({ status: 'failed' });
  const [call] = callsOf(events());
  expect(call).toMatchObject({ ending: 'failed', error: { code: 'provider-refused' }, answers: [] });
  expect(call?.messages).toMatchObject({ kind: 'json' });
});

test('of a call that is stopped, what came until then', async () => {
  const begun = Promise.withResolvers<void>();
  const fake = fakeChatModel({ replies: ['a'] });
  const model = modelNode({
    ...fake,
    async *stream(_messages, { signal } = {}) {
      yield { text: 'so far' };
      begun.resolve();
      await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
  });
  const { start, events } = createTestExecutor({ nodes: [model, chat, output] });
  const handle = await start(flow('Go on'));
  await begun.promise;
  handle.cancel();
  await handle.result;
  expect(callsOf(events())).toMatchObject([{ ending: 'stopped', answers: [{ text: 'so far' }] }]);
  expect(events().at(-1)?.type).toBe('run-end');
});

//  model ──▶ each( ask ) ──▶ out
test('a turn of a loop gives way to a step that somebody waits for', async () => {
  const heard: (string | undefined)[] = [];
  const fake = fakeChatModel({ replies: ['yes'] });
  const listening = modelNode({
    ...fake,
    stream: (messages, options) => {
      heard.push(options?.priority);
      return fake.stream(messages, options);
    },
  });
  const { run } = createTestExecutor({ nodes: [listening, chat, output, forEach] });
  await run({
    model: { type: 'test.model' },
    each: {
      type: 'test.for-each',
      inputs: { items: ['a'] },
      nodes: {
        inner: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'each.item' } } },
      },
      outputs: { answers: { from: 'inner.answer' } },
    },
    ask: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: 'Hi' } },
    out: { type: 'test.output', inputs: { value: { from: 'ask.answer' } } },
    all: { type: 'test.output', inputs: { value: { from: 'each.answers' } } },
  });
  expect(heard.sort((one, other) => String(one).localeCompare(String(other)))).toEqual(['batch', 'person']);
});
