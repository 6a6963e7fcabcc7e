import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, fakeEmbeddings, runNode, type NodeRun } from '@jacquard/node-kit/testing';
import { describe, expect, test } from 'vitest';
import { selfConsistency } from './self-consistency.ts';

const question = 'How many metres?';
const run = (inputs: Readonly<Record<string, unknown>>): Promise<NodeRun> =>
  runNode(selfConsistency, { inputs: { question, adaptive: false, ...inputs } });
const of = (form: string, { traces }: NodeRun): readonly unknown[] =>
  traces.filter((item) => item.form === form).map(({ data }) => data);
const votesOf = ({ outputs }: NodeRun): unknown => (outputs['votes'] as { rows: unknown }).rows;

test('most samples decide, and those that disagree are kept', async () => {
  const model = fakeChatModel({ replies: ['Answer: 18', 'It is 17.', 'no idea', 'Answer: $18.00'] });
  const done = await run({ model, samples: 4 });
  expect(done.outputs).toMatchObject({ answer: '18', share: 0.5 });
  expect(votesOf(done)).toEqual([
    { answer: '18', votes: 2, share: 0.5 },
    { answer: 'It is 17.', votes: 1, share: 0.25 },
    { answer: 'no idea', votes: 1, share: 0.25 },
  ]);
  expect((done.outputs['samples'] as { rows: unknown[] }).rows[1]).toEqual({
    sample: 2,
    answer: 'It is 17.',
    agrees: false,
    text: 'It is 17.',
  });
  expect(of('vote', done)).toHaveLength(4);
  expect(of('stop', done)).toEqual([{ reason: 'complete', calls: 4, tokens: 9, spared: 0 }]);
  expect(model.calls[0]?.options.temperature).toBe(0.7);
  expect(model.calls[0]?.messages[0]?.content).toMatch(/^How many metres\?\n\nLet's think step by step/u);
});

test('an empty reasoning prompt leaves the question alone', async () => {
  const model = fakeChatModel({ replies: ['5'] });
  await run({ model, samples: 1, trigger: '' });
  expect(model.calls[0]?.messages).toEqual([{ role: 'user', content: question }]);
});

test('it stops once the leader will hardly be overtaken, and says what it spared', async () => {
  const done = await run({ model: fakeChatModel({ replies: ['Answer: 5'] }), samples: 40, adaptive: true });
  expect(of('stop', done)).toEqual([{ reason: 'agreed', calls: 4, tokens: 8, spared: 36 }]);
  expect(done.outputs['confidence']).toBe(0.969);
});

test('without agreement it draws all, and at a tie the first answer wins', async () => {
  const model = fakeChatModel({ replies: ['1', '2', '2', '1', '3', '4'] });
  const done = await run({ model, samples: 6, adaptive: true });
  expect(of('stop', done)).toMatchObject([{ reason: 'complete', spared: 0 }]);
  expect(done.outputs).toMatchObject({ answer: '1', share: 0.333 });
});

test('one failing sample of eight is shown and counts for nothing', async () => {
  const failure = new Problem('provider-refused', { provider: 'x', status: 500 });
  const replies = ['7', '7', failure, '7', '7', '7', '7', '8'];
  const done = await run({ model: { ...fakeChatModel({ replies }), location: 'https://models.example' }, samples: 8 });
  expect(done.outputs).toMatchObject({ answer: '7', share: 0.857 });
  expect(of('sample', done)).toContainEqual({
    sample: 2,
    text: '',
    from: { call: 'sample 3' },
    failed: 'provider-refused',
  });
});

describe('with nothing to give it says so', () => {
  test('when all samples fail, by the first failure', async () => {
    const model = fakeChatModel({ replies: [new Problem('model-unavailable', { model: 'x' })] });
    await expect(run({ model, samples: 3 })).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  test.each([[''], ['no number at all']])('when every sample is %j', async (reply) => {
    const model = fakeChatModel({ replies: [reply] });
    const asked = run({ model, samples: 3, extraction: 'number' });
    await expect(asked).rejects.toMatchObject({ code: 'reasoning-nothing-found', params: { answers: 3 } });
  });
});

test('a budget that runs out ends with the best so far', async () => {
  const done = await run({ model: fakeChatModel({ replies: ['4', '4', '5'] }), samples: 10, maxCalls: 3 });
  expect(done.outputs).toMatchObject({ answer: '4' });
  expect(of('bound', done)).toEqual([{ calls: 3, tokens: 768 }]);
  expect(of('stop', done)).toMatchObject([{ reason: 'budget', calls: 3 }]);
});

describe('what counts as the same', () => {
  test.each([
    ['algebraic', ['(4 + 8) * 2', '2 * (8 + 4)', '25']],
    ['normalised', ['The Seine.', 'seine', 'Loire']],
    ['overlap', ['the big red loom', 'a big red loom', 'silk']],
    ['embedding', ['red loom', 'loom red', 'silk']],
  ])('%s', async (equality, replies) => {
    const model = fakeChatModel({ replies });
    const done = await run({ model, samples: 3, equality, extraction: 'whole', embeddings: fakeEmbeddings() });
    expect(done.outputs).toMatchObject({ answer: replies[0], share: 0.667 });
  });

  test('a model as judge, whose calls are within the bound', async () => {
    const model = fakeChatModel({ replies: ['yes', 'it is so', 'same'] });
    const done = await run({ model, samples: 2, equality: 'judge' });
    expect(done.outputs).toMatchObject({ answer: 'yes', share: 1 });
    expect(of('bound', done)).toEqual([{ calls: 4, tokens: 1024 }]);
    expect(of('stop', done)).toMatchObject([{ calls: 3 }]);
  });

  test('meaning without embeddings says what is missing', async () => {
    const model = fakeChatModel({ replies: ['a'] });
    const asked = run({ model, equality: 'embedding' });
    await expect(asked).rejects.toMatchObject({ code: 'equality-without-embeddings' });
  });
});

describe('universal self-consistency', () => {
  test('the model chooses the response that agrees most with the others', async () => {
    const replies = ['Silk is best.', 'Take linen.', 'Linen, I think.', 'The most consistent response is Response 2.'];
    const model = fakeChatModel({ replies });
    const done = await run({ model, samples: 3, equality: 'universal' });
    expect(done.outputs).toMatchObject({ answer: 'Take linen.' });
    expect(model.calls.at(-1)?.messages[0]?.content).toContain('Response 3: Linen, I think.');
    expect(of('vote', done).at(-1)).toMatchObject({ rule: 'universal', chosen: 1 });
  });

  test('a model that can be held to a form names a response in any case', async () => {
    const model = fakeChatModel({ replies: ['a', 'b', 'Response 1'], capabilities: { grammar: true } });
    await run({ model, samples: 2, equality: 'universal' });
    expect(model.calls.at(-1)?.options.grammar).toBe(
      'root ::= "The most consistent response is Response " ("1" | "2")',
    );
  });

  test.each([['I like all of them.'], ['Response 99'], ['']])('when it says %j, most votes decide', async (said) => {
    const done = await run({
      model: fakeChatModel({ replies: ['a', 'b', 'B', said] }),
      samples: 3,
      equality: 'universal',
    });
    expect(done.outputs).toMatchObject({ answer: 'b' });
  });
});
