import { jsonFits, type ChatChunk, type ChatModel } from '@jacquard/node-kit';
import { fakeChatModel, itemsOf, runNode, type NodeRun } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { treeOfThoughts } from './tree-of-thoughts.ts';

/** Answers by what it is asked: proposals from `next`, verdicts from `judge`. */
function modelOf(next: (state: string) => string, judge: (state: string) => string): ChatModel {
  return {
    ...fakeChatModel({ replies: [''] }),
    async *stream(messages, { samples = 1 } = {}): AsyncGenerator<ChatChunk> {
      const content = messages[0]?.content ?? '';
      const state = /so far:\n([^]*?)\n\n/u.exec(content)?.[1] ?? '';
      const isValue = content.includes('lead to a solution?');
      for (let sample = 0; sample < samples; sample++) {
        await Promise.resolve();
        yield { text: isValue ? judge(state) : next(state), sample, finish: 'stop' };
      }
    },
  };
}

function selections({ traces }: NodeRun) {
  return itemsOf({ traces }).flatMap((item) => (item.form === 'selection' ? [item.data] : []));
}

//   problem ── up ─┬─ up    (sure)
//           │      └─ down
//           └ down           (impossible, pruned)
test('a breadth-first search goes on from what is judged best', async () => {
  const model = modelOf(
    () => '1. up\n2. down',
    (state) => (state.split('\n').includes('down') ? 'no way: impossible.' : 'so it is\nsure'),
  );
  const inputs = { model, problem: 'Climb', steps: 2, width: 2, beam: 1, evaluations: 3 };
  const run = await runNode(treeOfThoughts, { inputs });
  expect(run.outputs).toMatchObject({ answer: 'up', path: 'up\nup', value: 60 });
  expect(selections(run)).toMatchObject([
    { depth: 1, kept: ['1'], pruned: ['2'] },
    { depth: 2, kept: ['1.1'], pruned: ['1.2'] },
  ]);
});

test('a depth-first search leaves what is worthless and goes back', async () => {
  const model = modelOf(
    (state) => (state === '' ? 'left\nright' : 'ahead'),
    (state) => (state === 'left\nahead' ? 'impossible' : state === 'right' ? 'likely' : 'sure'),
  );
  const inputs = { model, problem: 'Find out', search: 'depth-first', steps: 2, width: 2, visits: 10 };
  const run = await runNode(treeOfThoughts, { inputs });
  expect(run.outputs).toMatchObject({ path: 'right\nahead' });
  expect(selections(run).map(({ by, pruned }) => [by, pruned])).toEqual([
    ['threshold', []],
    ['threshold', ['1.1']],
    ['backtrack', ['1']],
    ['threshold', []],
  ]);
  expect(itemsOf(run)).toContainEqual({ form: 'choice', data: { candidate: '2.1' } });
});

test('states are voted on all together', async () => {
  const model = modelOf(
    () => 'red\ngreen\nblue',
    () => '',
  );
  const voting: ChatModel = {
    ...model,
    stream: (messages, options = {}) =>
      messages[0]?.content.includes('Choice 2') === true
        ? fakeChatModel({ replies: ['The best choice is 3', 'The best choice is 3', '2 it is'] }).stream(
            messages,
            options,
          )
        : model.stream(messages, options),
  };
  const inputs = { model: voting, problem: 'Colour?', evaluator: 'vote', evaluations: 3, steps: 1, width: 3, beam: 2 };
  const { outputs } = await runNode(treeOfThoughts, { inputs });
  expect(outputs['states']).toMatchObject({
    rows: [
      { thought: 'blue', value: 2 },
      { thought: 'green', value: 1 },
    ],
  });
});

test('a checking node judges in the model’s place and ends the search', async () => {
  const model = modelOf(
    (state) => (state === '' ? 'three\nfour' : 'more'),
    () => 'sure',
  );
  const scorer = {
    identity: 'test',
    name: 'Four',
    score: async (text: string) => ({ value: text === 'four' ? 1 : 0, isSolved: text === 'four' }),
  };
  const run = await runNode(treeOfThoughts, {
    inputs: { model, scorer, problem: '2 + 2', steps: 3, width: 2, beam: 1 },
  });
  expect(run.outputs).toMatchObject({ answer: 'four', value: 1 });
  expect(itemsOf(run).at(-1)).toMatchObject({ form: 'stop', data: { reason: 'solved', calls: 1 } });
});

test('a thought that stands twice and a last one without an answer are worth nothing, and are not asked about', async () => {
  const model = modelOf(
    () => 'Answer: 24\nAnswer: 24\nstill thinking',
    () => 'likely',
  );
  const { outputs } = await runNode(treeOfThoughts, {
    inputs: { model, problem: '24', steps: 1, width: 5, beam: 3, answerMark: 'answer' },
  });
  expect(outputs['states']).toMatchObject({ rows: [{ value: 1 }, { value: 0 }, { value: 0 }] });
});

test.each([
  ['says nothing', '', 'reasoning-nothing-found'],
  ['writes blank lines', '\n \n\n', 'reasoning-nothing-found'],
])('a model that %s fails the step in words', async (_name, reply, code) => {
  const running = runNode(treeOfThoughts, { inputs: { model: fakeChatModel({ replies: [reply] }), problem: 'x' } });
  await expect(running).rejects.toMatchObject({ code });
});

test('a thousand proposals are cut to what was asked, and equal evaluations keep the first', async () => {
  const many = Array.from({ length: 1000 }, (_item, index) => `way ${index}`).join('\n');
  const model = modelOf(
    () => many,
    () => 'maybe',
  );
  const { outputs } = await runNode(treeOfThoughts, {
    inputs: { model, problem: 'x', steps: 1, width: 3, beam: 2, maxTokens: 5000 },
  });
  expect(outputs['states']).toMatchObject({
    rows: [
      { thought: 'way 0', value: 0 },
      { thought: 'way 1', value: 0 },
    ],
  });
});

test('when the calls are used up the best so far is given, and it is said', async () => {
  const model = modelOf(
    () => 'on\nback',
    () => 'likely',
  );
  const run = await runNode(treeOfThoughts, {
    inputs: { model, problem: 'x', steps: 5, width: 2, beam: 1, maxCalls: 4 },
  });
  expect(run.outputs).toMatchObject({ path: 'on\non' });
  expect(itemsOf(run).at(-1)).toMatchObject({ form: 'stop', data: { reason: 'budget', calls: 4 } });
});

//  problem ─┬─ up, down (pruned by the person)
//           ├─ left (pruned by the search, kept by the person)
//           └─ rest (the person's own) ── up
test('between two steps a person prunes, promotes and adds thoughts, and the search goes on from these', async () => {
  const model = modelOf(
    (state) => (state === '' ? 'up\ndown\nleft' : 'up\ndown'),
    (state) => (state.endsWith('rest\nup') ? 'sure' : 'likely'),
  );
  const inputs = { model, problem: 'Climb', steps: 2, width: 3, beam: 2, asksPerson: true };
  const first = await runNode(treeOfThoughts, { inputs });
  expect(first.pause?.pause).toMatchObject({
    kind: 'thoughts',
    value: {
      depth: 1,
      most: 2,
      thoughts: [
        { id: '1', text: 'up', isKept: true },
        { id: '2', isKept: true },
        { id: '3', isKept: false },
      ],
    },
  });
  const { schema = {} } = first.pause?.pause ?? {};
  expect([{ keep: ['7'] }, { keep: [], add: [''] }].map((wrong) => jsonFits(wrong, schema)?.keyword)).toEqual([
    'enum',
    'minLength',
  ]);
  const answer = { keep: ['3'], add: ['rest'] };
  expect(jsonFits(answer, schema)).toBeUndefined();
  const second = await runNode(treeOfThoughts, { inputs, resumed: { answer, state: first.pause?.state } });
  expect(second.outputs).toMatchObject({ path: 'rest\nup', value: 20 });
  const told = itemsOf(second);
  expect(told.slice(0, 2)).toMatchObject([
    { form: 'thought', data: { id: '4', text: 'rest', by: 'person' } },
    { form: 'selection', data: { kept: ['4', '3'], pruned: ['1', '2'], by: 'person' } },
  ]);
  expect(told.at(-1)).toMatchObject({ form: 'stop', data: { calls: 10 } });
});

test('a person may end the search with what there is', async () => {
  const model = modelOf(
    () => 'up\ndown',
    () => 'likely',
  );
  const inputs = { model, problem: 'Climb', steps: 3, width: 2, beam: 1, asksPerson: true };
  const { pause } = await runNode(treeOfThoughts, { inputs });
  const resumed = { answer: { keep: [], add: [], stop: true }, state: pause?.state };
  const run = await runNode(treeOfThoughts, { inputs, resumed });
  expect(run.outputs).toMatchObject({ path: 'up' });
  expect(itemsOf(run).at(-1)).toMatchObject({ form: 'stop', data: { reason: 'person' } });
});
