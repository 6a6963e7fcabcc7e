import type { Message } from '@jacquard/flow';
import { defineNode, text } from '@jacquard/node-kit';
import { fakeServices } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { textOutput } from '../testing/test-nodes.ts';

const words = { en: 'Recall', fr: 'Rappel' };
const recall = defineNode({
  type: 'test.recall',
  version: 1,
  title: words,
  summary: words,
  documentation: words,
  keywords: words,
  icon: 'history',
  inputs: {},
  outputs: { text: text({ label: words }) },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {}, outputs: { text: '' } },
  async run({ services }) {
    return { text: (await services.sessions.history()).map(({ content }) => content).join('|') };
  },
});
const flow = {
  recall: { type: 'test.recall' },
  reply: { type: 'test.text-output', inputs: { text: { from: 'recall.text' } } },
};
const said = (...contents: string[]): Message[] => contents.map((content) => ({ role: 'user', content }));
const withServices = {
  services: {
    services: ({ history }: { history?: readonly Message[] | undefined }) => fakeServices({ history: history ?? [] }),
  },
};

test('what the caller told of the conversation is what steps read, and stands in the log', async () => {
  const { run, events } = createTestExecutor({ nodes: [recall, textOutput], more: withServices });
  const { outputs } = await run(flow, { history: said('a', 'b') });
  expect(outputs).toEqual({ reply: 'a|b' });
  expect(events()[0]).toMatchObject({ type: 'run-start', history: said('a', 'b') });
});

test('a long conversation stands there as a reference', async () => {
  const { run, events } = createTestExecutor({ nodes: [recall, textOutput], more: withServices });
  const history = said('x'.repeat(100_000));
  expect((await run(flow, { history })).outputs['reply']).toHaveLength(100_000);
  expect(events()[0]).toMatchObject({ history: { kind: 'json', ref: expect.any(String) } });
});

test('another conversation is another value: kept ones are of the same', async () => {
  const { run } = createTestExecutor({ nodes: [recall, textOutput], more: withServices });
  const asked = async (runId: string, ...contents: string[]): Promise<unknown> =>
    (await run(flow, { runId, reuse: 'editor', history: said(...contents) })).outputs['reply'];
  expect([await asked('1', 'a'), await asked('2', 'b'), await asked('3', 'a')]).toEqual(['a', 'b', 'a']);
});
