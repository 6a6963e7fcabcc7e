import { fakeChatModel, fakeSandbox, fakeServices, itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { reflexion } from './reflexion.ts';
import { saysPass } from './reflexion/evaluate-attempt.ts';

const task = 'Write add(a, b).';
const tests = 'assert add(0, 0) == 0\nassert add(1, 2) == 3';

/** Code passes a test when it adds, or when the test is of zeros. */
const services = fakeServices({
  sandbox: fakeSandbox({
    test: (code, asked) =>
      code.includes('+') || asked.includes('0, 0')
        ? { outcome: 'passed' }
        : { outcome: 'failed', message: `${asked}  # gave -1` },
  }),
});

test('tries again with what failed and what was learnt, until all tests pass', async () => {
  const model = fakeChatModel({ replies: ['```python\na - b\n```', 'I subtracted.', '```python\na + b\n```'] });
  const run = await runNode(reflexion, { inputs: { model, task, tests }, services });
  expect(run.outputs).toMatchObject({ answer: '```python\na + b\n```', passed: true });
  const second = model.calls[2]?.messages[0]?.content ?? '';
  for (const part of [task, 'a - b', 'assert add(1, 2) == 3  # gave -1', '- I subtracted.'])
    expect(second).toContain(part);
  expect(itemsOf(run).map(({ form, data }) => [form, data])).toMatchObject([
    ['bound', { calls: 8 }],
    ['trial', { trial: 1, from: { call: 'attempt 1' } }],
    ['test-result', { trial: 1, name: 'assert add(0, 0) == 0', passed: true }],
    ['test-result', { trial: 1, passed: false, message: 'assert add(1, 2) == 3  # gave -1' }],
    ['reflection', { trial: 1, text: 'I subtracted.', from: { call: 'reflection 1' } }],
    ['trial', { trial: 2 }],
    ['test-result', { trial: 2, passed: true }],
    ['test-result', { trial: 2, passed: true }],
    ['stop', { reason: 'solved', calls: 3, spared: 5 }],
  ]);
});

test('keeps the last Ω reflections alone', async () => {
  const replies = Array.from({ length: 12 }, (_reply, index) => `text ${index}`);
  const model = fakeChatModel({ replies });
  await runNode(reflexion, { inputs: { model, task, tests, trials: 4, memory: 2 }, services });
  const last = model.calls.at(-1)?.messages[0]?.content ?? '';
  expect(last).not.toContain('- text 1');
  expect(last).toContain('- text 3\n- text 5');
});

test('when none passes it gives the trial that came nearest, and says so', async () => {
  const nearest = fakeServices({
    sandbox: fakeSandbox({
      test: (code, asked) => ({ outcome: code === 'half' && asked.includes('0, 0') ? 'passed' : 'failed' }),
    }),
  });
  const model = fakeChatModel({ replies: ['half', 'hm', 'none', 'hm', 'none'] });
  const run = await runNode(reflexion, { inputs: { model, task, tests, trials: 3 }, services: nearest });
  expect(run.outputs).toMatchObject({ answer: 'half', passed: false });
  expect(itemsOf(run).at(-1)?.data).toMatchObject({ reason: 'exhausted', calls: 5 });
});

test('a judge decides where there are no tests; one that says neither has not passed it', async () => {
  const model = fakeChatModel({ replies: ['One.', 'Two.', 'Too short.', 'Three.'] });
  const judge = fakeChatModel({ replies: ['It lacks a verb. Fail.', 'I cannot say.', 'All is there: pass'] });
  const run = await runNode(reflexion, { inputs: { model, judge, task, evaluator: 'judge', trials: 3 }, services });
  expect(run.outputs).toMatchObject({ answer: 'Three.', passed: true });
  expect(itemsOf(run).filter(({ form }) => form === 'test-result')).toMatchObject([
    { data: { passed: false, from: { call: 'judgement 1' } } },
    { data: { passed: false } },
    { data: { passed: true } },
  ]);
});

test.each([1, 2, 3, 4])('with %i calls allowed it gives the best so far', async (maxCalls) => {
  const model = fakeChatModel({ replies: ['a', 'hm', 'b', 'hm', 'c'] });
  const run = await runNode(reflexion, { inputs: { model, task, tests, maxCalls }, services });
  expect(run.outputs).toMatchObject({ passed: false });
  expect(model.calls.length).toBeLessThanOrEqual(maxCalls);
  expect(itemsOf(run).at(-1)?.data).toMatchObject({ reason: 'budget' });
});

test('a model that writes nothing, a judge without calls and missing tests are told', async () => {
  const model = fakeChatModel({ replies: [''] });
  const run = (inputs: object) => runNode(reflexion, { inputs: { model, task, ...inputs }, services });
  await expect(run({ tests })).rejects.toMatchObject({ code: 'reasoning-nothing-found' });
  await expect(run({})).rejects.toMatchObject({ code: 'tests-missing' });
  await expect(run({ evaluator: 'judge', maxCalls: 1 })).rejects.toMatchObject({ code: 'budget-spent' });
});

test.each([
  ['pass', true],
  ['It does not fail anywhere. **Pass**', true],
  ['It would pass, but: FAILED.', false],
  ['The password is wrong.', false],
  ['', false],
])('%j: %s', (judgement, expected) => {
  expect(saysPass(judgement)).toBe(expected);
});
