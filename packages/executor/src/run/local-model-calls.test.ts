import {
  component,
  defineNode,
  table,
  text,
  type ChatModel,
  type NodeDefinition,
  type Reranker,
} from '@jacquard/node-kit';
import { fakeChatModel, fakeReranker, fakeServices } from '@jacquard/node-kit/testing';
import { modelCallForm } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { modelNode, output } from '../testing/test-nodes.ts';

const words = { en: 'Test', fr: 'Essai' };
const about = { version: 1, title: words, summary: words, icon: 'box', example: { inputs: {} } } as const;
const kind = { determinism: 'sampled', effects: 'none', reaches: 'model' } as const;
const value = { label: words };

/** Goes on with a text, and asks what the model can tell without an answer. */
const asking: NodeDefinition = defineNode({
  ...about,
  ...kind,
  type: 'test.asking',
  inputs: { model: component('chat-model') },
  outputs: { text: text(value) },
  async run({ inputs: { model } }) {
    let written = '';
    for await (const chunk of model.complete?.('Once', { maxTokens: 2 }) ?? []) written += chunk.text;
    const tokens = (await model.tokenize?.('one two'))?.length ?? 0;
    const next = await model.nextTokens?.('one', 1, { after: [5] });
    return { text: `${written} ${tokens} ${next?.tokens[0]?.text ?? ''}` };
  },
});

test('a bare completion is drawn with the step’s seed, metered and written down; questions end with the step', async () => {
  const asked: unknown[] = [];
  const fake = fakeChatModel({ replies: ['upon a time'] });
  const model: ChatModel = {
    ...fake,
    nextTokens: (input, top, options) => {
      asked.push(options);
      return fake.nextTokens?.(input, top) ?? Promise.reject(new Error('none'));
    },
  };
  const { run, events } = createTestExecutor({ nodes: [modelNode(model), asking, output] });
  const result = await run({
    model: { type: 'test.model' },
    ask: { type: 'test.asking', inputs: { model: { from: 'model.model' } } },
    out: { type: 'test.output', inputs: { value: { from: 'ask.text' } } },
  });
  expect(result.outputs).toEqual({ out: 'upon a 2 upon' });
  expect(result.usage).toMatchObject({ inputTokens: 1, outputTokens: 2 });
  const traced = events().flatMap((event) => (event.type === 'step-trace' ? [event.item] : []));
  expect(traced).toMatchObject([
    { form: modelCallForm, data: { prompt: 'Once', messages: [], settings: { maxTokens: 2 }, ending: 'complete' } },
  ]);
  expect(fake.calls[0]).toMatchObject({ text: 'Once', options: { seed: expect.any(Number), run: expect.any(String) } });
  expect(asked).toMatchObject([{ after: [5], signal: expect.any(AbortSignal), run: expect.any(String) }]);
});

/** Ranks two texts. */
const ranking: NodeDefinition = defineNode({
  ...about,
  ...kind,
  type: 'test.ranking',
  inputs: {},
  outputs: { scores: table(value) },
  async run({ services }) {
    const model = await services.models.reranker('any');
    const rows = (await model.rank('loom', ['tea', 'loom'])).map((score) => ({ score }));
    return { scores: { columns: ['score'], rows } };
  },
});

test('what ranking takes of energy goes on the step’s meter, and it takes turns as the run', async () => {
  const runs: (string | undefined)[] = [];
  const reranker: Reranker = {
    ...fakeReranker(),
    rank: async (_query, passages, options) => {
      runs.push(options?.run);
      options?.onUsage?.({ energy: 0.01, energyEstimated: true });
      return passages.map(() => 1);
    },
  };
  const services = fakeServices();
  const models = { ...services.models, reranker: async () => reranker };
  const { run } = createTestExecutor({
    nodes: [ranking, output],
    more: { services: { services: () => ({ ...services, models }) } },
  });
  const result = await run({
    rank: { type: 'test.ranking' },
    out: { type: 'test.output', inputs: { value: { from: 'rank.scores' } } },
  });
  expect(result.usage).toMatchObject({ energy: 0.01, energyEstimated: true });
  expect(runs).toEqual([expect.stringMatching(/./)]);
});
