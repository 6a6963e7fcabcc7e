import { fakeChatModel, runNode, type FakeChatModelOptions } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { rankAgain } from './rank-again.ts';

const passages = ['Wool is dyed.', 'The loom reads cards.', 'Cards are punched.'].map((pageContent) => ({
  pageContent,
  metadata: {},
}));

async function rank(options: FakeChatModelOptions, top = 3) {
  const model = fakeChatModel(options);
  const { outputs, progress } = await runNode(rankAgain, {
    inputs: { model, question: 'What reads cards?', passages, top },
  });
  const texts = (outputs['passages'] as typeof passages).map(({ pageContent }) => pageContent);
  return { model, progress, texts, calls: outputs['calls'] };
}

test('marks decide; equal ones keep the order of the search; calls are counted', async () => {
  const { texts, progress, model, calls } = await rank({ replies: ['3', 'I say 9 of 10.', '3'] });
  expect(texts).toEqual(['The loom reads cards.', 'Wool is dyed.', 'Cards are punched.']);
  expect(progress.at(-1)).toEqual({ done: 3, total: 3, unit: 'passages' });
  expect([calls, model.calls.length]).toEqual([3, 3]);
});

test('a model that can score is asked for no text, and only the best are kept', async () => {
  const score = (continuation: string, messages: readonly { content: string }[]): number => {
    const isLoom = messages.some(({ content }) => content.includes('The loom reads cards.'));
    return (continuation === 'yes') === isLoom ? -0.1 : -4;
  };
  const { texts, model } = await rank({ replies: [], score }, 1);
  expect(texts).toEqual(['The loom reads cards.']);
  expect(model.calls).toEqual([]);
});

test('an answer without a number counts as none, one beyond the scale as the highest', async () => {
  expect((await rank({ replies: ['No idea.', '{"mark": 9}', '1000'] })).texts).toEqual([
    'Cards are punched.',
    'The loom reads cards.',
    'Wool is dyed.',
  ]);
});

test('models that can be held to a mark are', async () => {
  const { model } = await rank({ replies: ['1'], capabilities: { grammar: true } });
  expect(model.calls[0]?.options.grammar).toContain('[0-9]');
});
