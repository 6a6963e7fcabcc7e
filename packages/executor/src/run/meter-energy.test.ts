import { component, defineComponent, defineNode, text, type EmbeddingsModel } from '@jacquard/node-kit';
import { fakeChatModel, fakeEmbeddings, type FakeReply } from '@jacquard/node-kit/testing';
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

test('embeddings count, too', async () => {
  const words = { en: 'Test', fr: 'Essai' };
  const about = { version: 1, title: words, summary: words, icon: 'box', example: { inputs: {} } } as const;
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
  const embed = defineNode({
    ...about,
    type: 'test.embed',
    inputs: { embeddings: component('embeddings') },
    outputs: { text: text({ label: words }) },
    determinism: 'sampled',
    effects: 'none',
    reaches: 'nothing',
    async run({ inputs }) {
      await inputs.embeddings.embedDocuments(['a']);
      return { text: 'done' };
    },
  });
  const { run, events } = createTestExecutor({ nodes: [embeddings, embed, output] });
  await run({
    embeddings: { type: 'test.embeddings' },
    embed: { type: 'test.embed', inputs: { embeddings: { from: 'embeddings.embeddings' } } },
    out: { type: 'test.output', inputs: { value: { from: 'embed.text' } } },
  });
  expect(usageOf(events(), 'embed')).toEqual({ energy: 0.001, energyEstimated: true });
});
