import { fakeChatModel, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { selfRefine } from './self-refine.ts';

const task = 'Praise the loom.';

test('writes again with all attempts and feedback at hand, until the feedback says stop', async () => {
  const model = fakeChatModel({
    replies: ['One.', 'Say what for.', 'Two.', 'Say for whom.', 'Three.', 'Nothing to improve.'],
  });
  const { outputs, traces } = await runNode(selfRefine, { inputs: { model, task } });
  expect(outputs).toEqual({
    answer: 'Three.',
    attempts: {
      columns: ['attempt', 'text', 'feedback'],
      rows: [
        { attempt: 1, text: 'One.', feedback: 'Say what for.' },
        { attempt: 2, text: 'Two.', feedback: 'Say for whom.' },
        { attempt: 3, text: 'Three.', feedback: 'Nothing to improve.' },
      ],
    },
  });
  const second = model.calls[4]?.messages[0]?.content ?? '';
  for (const part of ['One.', 'Say what for.', 'Two.', 'Say for whom.']) expect(second).toContain(part);
  expect(traces.map(({ form, data }) => [form, data])).toMatchObject([
    ['bound', { calls: 7 }],
    ['trial', { trial: 1, text: 'One.', from: { call: 'attempt 1' } }],
    ['reflection', { trial: 1, from: { call: 'feedback 1' } }],
    ['trial', { trial: 2 }],
    ['reflection', { trial: 2 }],
    ['trial', { trial: 3 }],
    ['reflection', { trial: 3 }],
    ['stop', { reason: 'solved', calls: 6, spared: 1 }],
  ]);
});

test('a model that never finds it good ends after so many iterations', async () => {
  const model = fakeChatModel({ replies: Array.from({ length: 40 }, (_reply, index) => `text ${index}`) });
  const { outputs, traces } = await runNode(selfRefine, { inputs: { model, task, iterations: 2 } });
  expect(outputs['answer']).toBe('text 4');
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'exhausted', calls: 5, spared: 0 });
});

test('a new attempt that changes nothing ends it', async () => {
  const model = fakeChatModel({ replies: ['The same.'] });
  const { outputs, traces } = await runNode(selfRefine, { inputs: { model, task } });
  expect(outputs['answer']).toBe('The same.');
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'exhausted', calls: 3 });
});

test.each([1, 2, 3, 4])('with %i calls allowed it gives the best so far', async (maxCalls) => {
  const model = fakeChatModel({ replies: ['One.', 'More.', 'Two.', 'More still.', 'Three.'] });
  const { outputs, traces } = await runNode(selfRefine, { inputs: { model, task, maxCalls } });
  expect(outputs['answer']).toBe(maxCalls < 3 ? 'One.' : 'Two.');
  expect(model.calls.length).toBeLessThanOrEqual(maxCalls);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget' });
});

test('an empty rewriting keeps what was there; nothing at all is told', async () => {
  const model = fakeChatModel({ replies: ['One.', 'More.', ''] });
  expect((await runNode(selfRefine, { inputs: { model, task } })).outputs['answer']).toBe('One.');
  const mute = fakeChatModel({ replies: [''] });
  await expect(runNode(selfRefine, { inputs: { model: mute, task } })).rejects.toMatchObject({
    code: 'reasoning-nothing-found',
  });
});
