import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { scoreThoughts } from './score-thoughts.ts';

function graphOf(...texts: readonly string[]) {
  const thoughts = texts.map((text, id) => ({ id: `t${id}`, parents: [], depth: 1, text, operation: 'generate' }));
  return { problem: 'Praise the loom.', thoughts, current: thoughts.map(({ id }) => id) };
}

function valuesOf(run: Parameters<typeof itemsOf>[0]) {
  return itemsOf(run).flatMap((item) => (item.form === 'evaluation' ? [[item.data.thought, item.data.value]] : []));
}

test('grades by several criteria count by their harmonic mean, repeated ones by their mean', async () => {
  const model = fakeChatModel({ replies: ['8', '10/10', 'I say 4.', '5'] });
  const inputs = { model, thoughts: graphOf('Good.'), criteria: ['Keeps all?', 'Nothing twice?'], repetitions: 2 };
  const run = await runNode(scoreThoughts, { inputs });
  const said = itemsOf(run).flatMap((item) => (item.form === 'evaluation' ? (item.data.verdicts ?? []) : []));
  expect(said.toSorted()).toEqual(['10/10', '4/10', '5/10', '8/10']);
  expect(run.outputs['value']).toBeGreaterThan(0.5);
  expect(run.outputs['value']).toBeLessThan(0.75);
  expect(model.calls.map(({ options }) => options.name)).toEqual(['grade 1.1', 'grade 1.2']);
});

test('an answer without a grade is none, and a thought without a grade comes last', async () => {
  const model = fakeChatModel({ replies: ['wonderful', '3', '11'] });
  const run = await runNode(scoreThoughts, { inputs: { model, thoughts: graphOf('a', 'b', 'c') } });
  expect(valuesOf(run)).toEqual([['t1', 0.3]]);
  expect(run.outputs).toMatchObject({ best: 'b', value: 0.3 });
});

test('the same text is asked about once; where all are worth the same, the first is the best', async () => {
  const model = fakeChatModel({ replies: ['7'] });
  const run = await runNode(scoreThoughts, { inputs: { model, thoughts: graphOf('a', 'b', 'a') } });
  expect(model.calls).toHaveLength(2);
  expect(valuesOf(run)).toHaveLength(3);
  expect(run.outputs['best']).toBe('a');
});

test('a score from before stays where it is not to be given again', async () => {
  const graph = graphOf('a', 'b');
  const thoughts = { ...graph, thoughts: graph.thoughts.map((one, id) => (id === 0 ? { ...one, value: 0.9 } : one)) };
  const model = fakeChatModel({ replies: ['5'] });
  const run = await runNode(scoreThoughts, { inputs: { model, thoughts, again: false } });
  expect(model.calls).toHaveLength(1);
  expect(run.outputs).toMatchObject({ best: 'a', value: 0.9 });
});

test('where calls run out, the rest goes on without a score', async () => {
  const model = fakeChatModel({ replies: ['5'] });
  const run = await runNode(scoreThoughts, { inputs: { model, thoughts: graphOf('a', 'b', 'c'), maxCalls: 2 } });
  expect(valuesOf(run)).toHaveLength(2);
  expect(run.outputs['texts']).toEqual(['a', 'b', 'c']);
  expect(run.traces.at(-1)?.data).toMatchObject({ reason: 'budget', calls: 2 });
});

test('a model that fails every time fails the node', async () => {
  const failed = new Problem('model-unavailable', { model: 'Fake' }, { kind: 'operational' });
  const model = fakeChatModel({ replies: [failed] });
  await expect(runNode(scoreThoughts, { inputs: { model, thoughts: graphOf('a') } })).rejects.toBe(failed);
});

test('what is to score must be there', async () => {
  const thoughts = graphOf('a');
  const model = fakeChatModel({ replies: ['5'] });
  await expect(runNode(scoreThoughts, { inputs: { model, thoughts, scoring: 'check' } })).rejects.toMatchObject({
    code: 'scorer-missing',
  });
  await expect(runNode(scoreThoughts, { inputs: { thoughts } })).rejects.toMatchObject({
    code: 'grading-model-missing',
  });
});
