import { itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { vote } from './vote.ts';

test('equal answers share their votes, and those that disagree are kept', async () => {
  const texts = ['So 1,200.', 'Answer: 1200 metres', 'Answer: 12', 'I do not know'];
  const run = await runNode(vote, { inputs: { texts, extraction: 'number' } });
  expect(run.outputs).toMatchObject({
    share: 0.5,
    votes: {
      rows: [
        { votes: 2, share: 0.5 },
        { answer: '12', votes: 1, share: 0.25 },
      ],
    },
  });
  expect(run.outputs['samples']).toMatchObject({ rows: [{}, {}, { agrees: false }, { answer: null }] });
  expect(itemsOf(run).filter(({ form }) => form === 'vote')).toHaveLength(3);
});

test('at a tie the answer that came first wins', async () => {
  const { outputs } = await runNode(vote, {
    inputs: { texts: ['b', 'a', 'A.', 'B'], extraction: 'whole', equality: 'normalised' },
  });
  expect(outputs).toMatchObject({ answer: 'b', share: 0.5 });
});

test('texts without any answer say so', async () => {
  const running = runNode(vote, { inputs: { texts: ['none', 'neither'], extraction: 'number' } });
  await expect(running).rejects.toMatchObject({ code: 'reasoning-nothing-found', params: { answers: 2 } });
});
