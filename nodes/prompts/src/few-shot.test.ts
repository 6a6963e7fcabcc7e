import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { fewShot } from './few-shot.ts';

const examples = { columns: ['Q', 'A', 'note'], rows: [{ Q: 2, A: 'two', note: null }] };

test('gives the same examples as a conversation', async () => {
  const inputs = { instruction: 'Spell it.', examples, question: '3' };
  expect((await runNode(fewShot, { inputs })).outputs['messages']).toEqual([
    { role: 'system', content: 'Spell it.' },
    { role: 'user', content: '2' },
    { role: 'assistant', content: 'two' },
    { role: 'user', content: '3' },
  ]);
});

test('works without a task', async () => {
  expect((await runNode(fewShot, { inputs: { examples, question: '3' } })).outputs['prompt']).toBe(
    'Q: 2\nA: two\n\nQ: 3\nA:',
  );
});

test('a table with one column is no table of examples', async () => {
  const inputs = { examples: { columns: ['Q'], rows: [] }, question: '3' };
  await expect(runNode(fewShot, { inputs })).rejects.toMatchObject({ code: 'examples-need-two-columns' });
});
