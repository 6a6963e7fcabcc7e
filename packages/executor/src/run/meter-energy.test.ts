import {
  component,
  defineComponent,
  defineNode,
  text,
  type EmbeddingsModel,
  type KnowledgeBase,
} from '@jacquard/node-kit';
import { fakeChatModel, fakeEmbeddings, fakeKnowledgeBase, type FakeReply } from '@jacquard/node-kit/testing';
import type { RunEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output } from '../testing/test-nodes.ts';

//  model ──▶ first ──▶ second ──▶ out
const twoCalls = {
  model: { type: 'test.model' },
  first: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: 'Begin' } },
  second: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'first.answer' } } },
  out: { type: 'test.output', inputs: { value: { from: 'second.answer' } } },
};

const reply = (energy: FakeReply['energy']): FakeReply => ({ text: 'Yes', ...(energy && { energy }) });

function usageOf(events: readonly RunEvent[], step: string | undefined) {
  const end = events.find((event) =>
    step === undefined ? event.type === 'run-end' : event.type === 'step-end' && event.step === step,
  );
  return end?.type === 'run-end' || end?.type === 'step-end' ? end.usage : undefined;
}

test('steps and their run take the energy of their calls, and a sum that holds an estimate is one', async () => {
  const replies = [reply({ energy: 0.02, energyEstimated: false }), reply({ energy: 0.03, energyEstimated: true })];
  const { run, events } = createTestExecutor({ nodes: [modelNode(fakeChatModel({ replies })), chat, output] });
  const result = await run(twoCalls);
  expect(usageOf(events(), 'first')).toMatchObject({ energy: 0.02 });
  expect(usageOf(events(), 'first')).not.toHaveProperty('energyEstimated');
  expect(usageOf(events(), 'second')).toMatchObject({ energy: 0.03, energyEstimated: true });
  expect(usageOf(events(), undefined)).toMatchObject({ energy: expect.closeTo(0.05, 12), energyEstimated: true });
  expect(result.usage).toMatchObject({ energy: expect.closeTo(0.05, 12), energyEstimated: true });
});

test('of a model that tells nothing of energy nothing is told', async () => {
  const { run, events } = createTestExecutor({
    nodes: [modelNode(fakeChatModel({ replies: ['Yes'] })), chat, output],
  });
  const result = await run(twoCalls);
  expect(usageOf(events(), undefined)).not.toHaveProperty('energy');
  expect(result.usage).not.toHaveProperty('energy');
});

const words = { en: 'Test', fr: 'Essai' };
const about = { version: 1, title: words, summary: words, icon: 'box', example: { inputs: {} } } as const;

/** Embeds a text and searches. */
const embed = defineNode({
  ...about,
  type: 'test.embed',
  inputs: { embeddings: component('embeddings'), knowledge: component('knowledge-base') },
  outputs: { text: text({ label: words }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'nothing',
  async run({ inputs }) {
    await inputs.embeddings.embedDocuments(['a']);
    await inputs.knowledge.search('a');
    return { text: 'done' };
  },
});

test('embeddings, and a search by meaning, count, too', async () => {
  const tells: EmbeddingsModel = {
    ...fakeEmbeddings(),
    embedDocuments: async (texts, _signal, onUsage) => {
      onUsage?.({ energy: 0.001, energyEstimated: true });
      return texts.map(() => [1]);
    },
  };
  const embeddings = defineComponent({
    ...about,
    type: 'test.embeddings',
    reaches: 'model',
    inputs: {},
    outputs: { embeddings: component('embeddings') },
    create: async () => tells,
    identify: async () => 'fake',
  });
  const used = { energy: 0.002, energyEstimated: true };
  const base = fakeKnowledgeBase({});
  const searched: KnowledgeBase = {
    ...base,
    search: async (query, options) => {
      options?.onUsage?.(used);
      return base.search(query, options);
    },
  };
  const knowledge = defineComponent({
    ...about,
    type: 'test.knowledge',
    reaches: 'nothing',
    inputs: {},
    outputs: { knowledge: component('knowledge-base') },
    create: async () => searched,
    identify: async () => 'fake',
  });
  const { run, events } = createTestExecutor({ nodes: [embeddings, knowledge, embed, output] });
  await run({
    embeddings: { type: 'test.embeddings' },
    knowledge: { type: 'test.knowledge' },
    embed: {
      type: 'test.embed',
      inputs: { embeddings: { from: 'embeddings.embeddings' }, knowledge: { from: 'knowledge.knowledge' } },
    },
    out: { type: 'test.output', inputs: { value: { from: 'embed.text' } } },
  });
  expect(usageOf(events(), 'embed')).toEqual({ energy: expect.closeTo(0.003, 12), energyEstimated: true });
});

/** Scores two choices. */
const choose = defineNode({
  ...about,
  type: 'test.choose',
  inputs: { model: component('chat-model') },
  outputs: { text: text({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'model',
  async run({ inputs: { model } }) {
    const scores = await model.score?.([{ role: 'user', content: 'Yes or no?' }], ['yes', 'no']);
    return { text: String(scores?.length) };
  },
});

test('a question that nothing is written for takes its turn as the run, and counts', async () => {
  const asked: (string | undefined)[] = [];
  const scoring = modelNode({
    ...fakeChatModel({ replies: ['x'] }),
    score: async (_messages, continuations, options) => {
      asked.push(options?.run, options?.priority);
      options?.onUsage?.({ energy: 0.004, energyEstimated: true });
      return continuations.map(() => -1);
    },
  });
  const { run, events } = createTestExecutor({ nodes: [scoring, choose, output] });
  const { runId } = await run({
    model: { type: 'test.model' },
    choose: { type: 'test.choose', inputs: { model: { from: 'model.model' } } },
    out: { type: 'test.output', inputs: { value: { from: 'choose.text' } } },
  });
  expect(asked).toEqual([runId, 'person']);
  expect(usageOf(events(), 'choose')).toEqual({ energy: 0.004, energyEstimated: true });
});
