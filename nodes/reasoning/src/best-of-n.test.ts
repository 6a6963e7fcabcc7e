import { Problem, type SandboxService, type Scorer } from '@jacquard/node-kit';
import { fakeChatModel, fakeServices, runNode, type NodeRun } from '@jacquard/node-kit/testing';
import { describe, expect, test } from 'vitest';
import { bestOfN } from './best-of-n.ts';

const run = (
  inputs: Readonly<Record<string, unknown>>,
  services: ReturnType<typeof fakeServices> = fakeServices(),
): Promise<NodeRun> => runNode(bestOfN, { inputs: { question: 'What is a loom?', ...inputs }, services });
const of = (form: string, { traces }: NodeRun): readonly unknown[] =>
  traces.filter((item) => item.form === form).map(({ data }) => data);
const rowsOf = ({ outputs }: NodeRun): readonly unknown[] => (outputs['candidates'] as { rows: unknown[] }).rows;

describe('by a judge’s grade', () => {
  test('the best grade wins; what has none comes after', async () => {
    const model = fakeChatModel({ replies: ['one', 'two', 'three'] });
    const judge = fakeChatModel({ replies: ['Grade: 4/10', 'no idea', '8,5'] });
    const done = await run({ model, judge, samples: 3 });
    expect(done.outputs).toMatchObject({ answer: 'three', score: 0.85 });
    expect(rowsOf(done)).toEqual([
      { rank: 1, score: 0.85, verdict: '8.5/10', text: 'three' },
      { rank: 2, score: 0.4, verdict: '4/10', text: 'one' },
      { rank: 3, score: null, verdict: null, text: 'two' },
    ]);
    expect(of('choice', done)).toEqual([{ candidate: 'candidate 3' }]);
    expect(of('score', done)).toContainEqual({ candidate: 'candidate 3', value: 0.85, from: { call: 'grade 3' } });
    expect(of('stop', done)).toMatchObject([{ reason: 'complete', calls: 6, spared: 0 }]);
  });

  test.each([['always 7'], [''], ['99']])('when the judge says %j of all, the first answer wins', async (said) => {
    const judge = fakeChatModel({ replies: [said] });
    const done = await run({ model: fakeChatModel({ replies: ['one', 'two'] }), judge, samples: 2 });
    expect(done.outputs).toMatchObject({ answer: 'one' });
  });

  test('a judge that can be held to a form is held to it', async () => {
    const judge = fakeChatModel({ replies: ['7'], capabilities: { grammar: true } });
    await run({ model: fakeChatModel({ replies: ['one'] }), judge, samples: 1 });
    expect(judge.calls[0]?.options.grammar).toBe('root ::= "10" | [0-9]');
  });

  test('a budget that runs out gives the best so far', async () => {
    const model = fakeChatModel({ replies: ['one', '3'] });
    const done = await run({ model, samples: 8, maxCalls: 3 });
    expect(done.outputs).toMatchObject({ answer: 'one', score: 0.3 });
    expect(of('stop', done)).toMatchObject([{ reason: 'budget', calls: 2 }]);
  });
});

test('by likelihood per token, so that a long answer isn’t worth less for its length', async () => {
  const score = (text: string): number => (text === 'short' ? -1 : -2);
  const model = fakeChatModel({ replies: ['short', 'much longer this one'], score });
  const done = await run({ model, samples: 2, scoring: 'likelihood' });
  expect(done.outputs).toMatchObject({ answer: 'much longer this one' });
  expect(done.outputs['score']).toBeCloseTo(Math.exp(-0.5));
});

test('a model that tells no likelihoods says so', async () => {
  const asked = run({ model: fakeChatModel({ replies: ['a'] }), scoring: 'likelihood' });
  await expect(asked).rejects.toMatchObject({ code: 'model-insides-closed' });
});

describe('by tests', () => {
  const report = { ended: 'finished', stdout: '', stderr: '', isOutputCut: false, duration: 1 } as const;
  const sandbox: SandboxService = {
    run: () => Promise.reject(new Error('not asked')),
    runTests: async ({ code, tests }) => ({
      ...report,
      tests: tests.map(({ name }, place) => ({
        name,
        outcome: place < Number(code) ? ('passed' as const) : ('failed' as const),
      })),
    }),
  };
  const tests = ['assert a', 'assert b'];

  test('the code that passes most wins, and once all pass no more is drawn', async () => {
    const model = fakeChatModel({ replies: ['0', '```py\n1\n```', '0', '0', '2'] });
    const done = await run({ model, samples: 40, scoring: 'tests', tests }, fakeServices({ sandbox }));
    expect(done.outputs).toMatchObject({ answer: '2', score: 1 });
    expect(of('score', done)).toContainEqual({ candidate: 'candidate 2', value: 0.5, right: 1, of: 2 });
    expect(of('stop', done)).toMatchObject([{ reason: 'solved', calls: 8, spared: 32 }]);
  });

  test('without tests it says so', async () => {
    const asked = run({ model: fakeChatModel({ replies: ['1'] }), scoring: 'tests' });
    await expect(asked).rejects.toMatchObject({ code: 'tests-missing' });
  });
});

test('by a scorer that is wired', async () => {
  const check: Scorer = { identity: null, name: 'length', score: async (text) => ({ value: text.length / 10 }) };
  const model = fakeChatModel({ replies: ['a', 'bbb', 'cc'] });
  expect((await run({ model, samples: 3, scoring: 'check', check })).outputs).toMatchObject({
    answer: 'bbb',
    score: 0.3,
  });
  await expect(run({ model, scoring: 'check' })).rejects.toMatchObject({ code: 'scorer-missing' });
});

test('a candidate that fails is shown and can’t win; with nothing but empty answers it says so', async () => {
  const failure = new Problem('provider-refused', { provider: 'x', status: 500 });
  const model = { ...fakeChatModel({ replies: [failure, 'fine'] }), location: 'https://models.example' };
  const judge = fakeChatModel({ replies: ['2'] });
  const done = await run({ model, judge, samples: 2 });
  expect(rowsOf(done)).toEqual([
    { rank: 1, score: 0.2, verdict: '2/10', text: 'fine' },
    { rank: 2, score: null, verdict: 'provider-refused', text: '' },
  ]);
  const empty = run({ model: fakeChatModel({ replies: [''] }), judge, samples: 2 });
  await expect(empty).rejects.toMatchObject({ code: 'reasoning-nothing-found' });
});
