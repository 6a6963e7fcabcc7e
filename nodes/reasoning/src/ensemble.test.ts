import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, runNode, type NodeRun } from '@jacquard/node-kit/testing';
import { describe, expect, test } from 'vitest';
import { ensemble } from './ensemble.ts';

const named = (name: string, ...replies: (string | Error)[]) => ({ ...fakeChatModel({ replies }), name });
const run = (inputs: Readonly<Record<string, unknown>>): Promise<NodeRun> =>
  runNode(ensemble, { inputs: { question: 'How many?', ...inputs } });
const of = (form: string, { traces }: NodeRun): readonly unknown[] =>
  traces.filter((item) => item.form === form).map(({ data }) => data);

test('most votes win, and every answer is kept with its model', async () => {
  const models = [named('A', 'Answer: 18'), named('B', 'Answer: 17'), named('C', 'Answer: 18 m')];
  const done = await run({ models });
  expect(done.outputs).toMatchObject({ answer: '18', share: 0.667 });
  expect((done.outputs['samples'] as { rows: unknown[] }).rows).toEqual([
    { model: 'A', sample: 1, answer: '18', agrees: true, text: 'Answer: 18' },
    { model: 'B', sample: 2, answer: '17', agrees: false, text: 'Answer: 17' },
    { model: 'C', sample: 3, answer: '18 m', agrees: true, text: 'Answer: 18 m' },
  ]);
  expect(of('bound', done)).toEqual([{ calls: 3, tokens: 768 }]);
  expect(of('stop', done)).toMatchObject([{ reason: 'complete', calls: 3 }]);
});

test('each model may answer several times', async () => {
  const done = await run({ models: [named('A', '1', '2'), named('B', '2', '3')], each: 2 });
  expect(done.outputs).toMatchObject({ answer: '2', share: 0.5 });
});

test('one model of three failing is shown and doesn’t vote', async () => {
  const failed = named('B', new Problem('model-unavailable', { model: 'B' }));
  const done = await run({ models: [named('A', '5'), failed, named('C', '5')] });
  expect(done.outputs).toMatchObject({ answer: '5', share: 1 });
  expect(of('sample', done)).toContainEqual({
    sample: 1,
    text: '',
    from: { call: 'model 2', sample: 0 },
    failed: 'model-unavailable',
  });
  await expect(run({ models: [failed, failed] })).rejects.toMatchObject({ code: 'model-unavailable' });
});

describe('a judge', () => {
  test('names the best response', async () => {
    const judge = named('Judge', 'The best response is Response 2.');
    const models = [named('A', 'red'), named('B', 'blue'), named('C', 'red')];
    const done = await run({ models, decision: 'judge', judge, criteria: 'Be kind.' });
    expect(done.outputs).toMatchObject({ answer: 'blue' });
    expect(judge.calls[0]?.messages[0]?.content).toContain('Which response answers the question best? Be kind.');
    expect(of('vote', done).at(-1)).toMatchObject({ rule: 'judge', chosen: 1 });
  });

  test.each([['none'], [''], ['Response 7']])('who says %j leaves it to the votes', async (said) => {
    const models = [named('A', 'red'), named('B', 'blue'), named('C', 'blue')];
    const done = await run({ models, decision: 'judge', judge: named('Judge', said) });
    expect(done.outputs).toMatchObject({ answer: 'blue' });
  });
});

test('a budget that is too small asks as many models as it can', async () => {
  const models = [named('A', '1'), named('B', '2'), named('C', '2')];
  const done = await run({ models, maxCalls: 1 });
  expect(done.outputs).toMatchObject({ answer: '1' });
  expect(of('stop', done)).toMatchObject([{ reason: 'budget', calls: 1 }]);
});

test('without a model it says so', async () => {
  await expect(run({ models: [] })).rejects.toMatchObject({ code: 'list-empty' });
});
