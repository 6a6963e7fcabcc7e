import { fakeChatModel, itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { refineThoughts } from './refine-thoughts.ts';

const first = {
  id: 'a',
  parents: [],
  depth: 1,
  text: 'Looms weave.',
  operation: 'generate',
  value: -2,
  verdicts: ['too short'],
};
const thoughts = { problem: 'Praise the loom.', thoughts: [first], current: ['a'] };

test('a thought is written again round by round, with what its score said, until nothing changes', async () => {
  const model = fakeChatModel({ replies: ['Looms weave well.', 'Looms weave very well.', 'Looms weave very well.'] });
  const run = await runNode(refineThoughts, { inputs: { model, thoughts, rounds: 5 } });
  expect(run.outputs).toMatchObject({ best: 'Looms weave very well.', texts: ['Looms weave very well.'] });
  expect(model.calls).toHaveLength(3);
  expect(model.calls[0]?.messages[0]?.content).toBe(
    'Praise the loom.\n\nLooms weave.\n\ntoo short\n\nWrite this again, improved, and nothing else.',
  );
  const depths = itemsOf(run).flatMap((item) => (item.form === 'thought' ? [item.data.depth] : []));
  expect(depths).toEqual([1, 2, 3, 4]);
});

test('with the unrefined ones kept, both go on and the one that is known to be worth something is the best', async () => {
  const model = fakeChatModel({ replies: ['Looms weave well.'] });
  const { outputs } = await runNode(refineThoughts, { inputs: { model, thoughts, keepsBefore: true } });
  expect(outputs).toMatchObject({ best: 'Looms weave.', texts: ['Looms weave.', 'Looms weave well.'] });
});

test('an empty answer leaves the thought, and a budget that is used up says so', async () => {
  const silent = fakeChatModel({ replies: [''] });
  const left = await runNode(refineThoughts, { inputs: { model: silent, thoughts, rounds: 3 } });
  expect(left.outputs['texts']).toEqual(['Looms weave.']);
  expect(silent.calls).toHaveLength(1);
  const model = fakeChatModel({ replies: ['better', 'best'] });
  const cut = await runNode(refineThoughts, { inputs: { model, thoughts, rounds: 3, maxCalls: 1 } });
  expect(cut.outputs['best']).toBe('better');
  expect(cut.traces.at(-1)?.data).toMatchObject({ reason: 'budget', calls: 1 });
});
