import { Problem } from '@jacquard/node-kit';
import { fakeChatModel, itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { generateThoughts } from './generate-thoughts.ts';

const problem = 'How to weave faster?';
const failing = new Problem('provider-refused', {}, { kind: 'operational' });

test('thoughts of a proposal are its lines, and each is gone on with in turn', async () => {
  const first = fakeChatModel({ replies: ['1. Two shuttles\n2. Power'] });
  const begun = await runNode(generateThoughts, { inputs: { model: first, problem, generator: 'propose', count: 2 } });
  expect(begun.outputs).toMatchObject({ best: 'Two shuttles', texts: ['Two shuttles', 'Power'] });
  expect(first.calls[0]?.messages[0]?.content).toContain(`${problem}\n\nWrite up to 2`);
  const next = fakeChatModel({ replies: ['with a spring', 'from a river'] });
  const gone = await runNode(generateThoughts, {
    inputs: { model: next, thoughts: begun.outputs['thoughts'], count: 1 },
    seed: 2,
  });
  expect(gone.outputs['texts']).toEqual(['with a spring', 'from a river']);
  expect(next.calls[1]?.messages[0]?.content).toContain(`${problem}\n\nPower\n\nWrite`);
  expect(itemsOf(gone).filter(({ form }) => form === 'thought')).toMatchObject([
    { data: { text: 'Two shuttles', depth: 1 } },
    { data: { text: 'Power', depth: 1 } },
    { data: { text: 'with a spring', depth: 2, from: { call: 'generate 1', sample: 0 } } },
    { data: { text: 'from a river', depth: 2, from: { call: 'generate 2', sample: 0 } } },
  ]);
});

test('a thousand proposals are as many thoughts as were asked for', async () => {
  const model = fakeChatModel({ replies: ['way\n'.repeat(1000)] });
  const inputs = { model, problem, generator: 'propose', count: 5, maxTokens: 2000 };
  expect((await runNode(generateThoughts, { inputs })).outputs['texts']).toHaveLength(5);
});

test('only what has the asked form is a thought', async () => {
  const model = fakeChatModel({ replies: ['I sort: [1, 2]', 'never', '[2, 1] or [3]'] });
  const inputs = { model, problem, count: 3, extraction: 'pattern', pattern: '\\[[\\d, ]+\\]' };
  expect((await runNode(generateThoughts, { inputs })).outputs['texts']).toEqual(['[1, 2]', '[3]']);
});

test('one of eight that fails takes no other along; all of them failing is told', async () => {
  const location = 'https://api.example.org';
  const replies = Array.from({ length: 8 }, (_item, index) => (index === 3 ? failing : `way ${index}`));
  const model = { ...fakeChatModel({ replies }), location };
  expect((await runNode(generateThoughts, { inputs: { model, problem, count: 8 } })).outputs['texts']).toHaveLength(7);
  const down = { ...fakeChatModel({ replies: [failing] }), location };
  await expect(runNode(generateThoughts, { inputs: { model: down, problem } })).rejects.toBe(failing);
});

test('a model that says nothing leaves nothing to go on with', async () => {
  const model = fakeChatModel({ replies: [''] });
  const running = runNode(generateThoughts, { inputs: { model, problem } });
  await expect(running).rejects.toMatchObject({ code: 'reasoning-nothing-found' });
});

test('where calls run out, thoughts that got none stay as they are', async () => {
  const model = fakeChatModel({ replies: ['more'] });
  const inputs = { model, parts: ['one', 'two', 'three'], count: 2, maxCalls: 3 };
  const { outputs, traces } = await runNode(generateThoughts, { inputs });
  expect(outputs['texts']).toEqual(['more', 'more', 'more', 'three']);
  expect(traces[0]?.data).toMatchObject({ calls: 3 });
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget', calls: 3 });
});

test('more thoughts than may be taken are not gone on from, and the end says so', async () => {
  const model = fakeChatModel({ replies: ['more'] });
  const inputs = { model, parts: ['one', 'two', 'three'], count: 1, most: 2 };
  const { outputs, traces } = await runNode(generateThoughts, { inputs });
  expect(outputs['texts']).toEqual(['more', 'more', 'three']);
  expect(traces.at(-1)?.data).toMatchObject({ reason: 'budget', calls: 2 });
});

test('the bound told by a run is what these thoughts can cost', async () => {
  const model = fakeChatModel({ replies: ['more'] });
  const { traces } = await runNode(generateThoughts, { inputs: { model, problem, count: 4, maxTokens: 100 } });
  expect(traces[0]).toEqual({ form: 'bound', data: { calls: 4, tokens: 400 } });
});

test('what is no graph is refused before anything is asked, and so is a graph without room', async () => {
  const model = fakeChatModel({ replies: ['more'] });
  const wrong = runNode(generateThoughts, { inputs: { model, thoughts: { thoughts: [] } } });
  await expect(wrong).rejects.toMatchObject({ code: 'thoughts-not-valid' });
  const thoughts = Array.from({ length: 1999 }, (_item, id) => {
    return { id: `${id}`, parents: [], depth: 1, text: 'x', operation: 'generate' };
  });
  const full = { problem, thoughts, current: ['0'] };
  await expect(runNode(generateThoughts, { inputs: { model, thoughts: full } })).rejects.toMatchObject({
    code: 'thoughts-too-many',
  });
  expect(model.calls).toEqual([]);
});
