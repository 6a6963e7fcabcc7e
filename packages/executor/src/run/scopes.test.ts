import { flowDocumentSchema } from '@jacquard/flow';
import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import {
  anyInput,
  chat,
  modelNode,
  choose,
  forEach,
  isLong,
  output,
  repeatUntil,
  step,
  strict,
  subFlow,
} from '../testing/test-nodes.ts';

const pass = step('pass', ({ value }) => value ?? null);
const longer = step('longer', ({ value }) => `${typeof value === 'string' ? value : ''}!`);
const nodes = [anyInput, output, forEach, repeatUntil, subFlow, strict, choose, pass, longer, isLong];
const from = (address: string): { from: string } => ({ from: address });
const input = { type: 'test.any-input' };

test('for each: runs no more at once than it may, and keeps the order of the items', async () => {
  //  each ( item ──▶ work ) ──▶ out
  let running = 0;
  let most = 0;
  const work = step('work', async ({ value }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, value === 1 ? 12 : 2));
    running -= 1;
    return Number(value) * 10;
  });
  const { run, events } = createTestExecutor({ nodes: [...nodes, work] });
  const result = await run({
    each: {
      type: 'test.for-each',
      inputs: { items: { value: [1, 2, 3, 4, 5] }, concurrency: 2 },
      nodes: { work: { type: 'test.work', inputs: { value: from('each.item') } } },
      outputs: { done: from('work.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.done') } },
  });
  expect(result.outputs).toEqual({ out: [10, 20, 30, 40, 50] });
  expect(most).toBe(2);
  expect(events().flatMap((event) => (event.type === 'step-start' ? [event.step] : []))).toContain('each[4]/work');
});

test('for each: leaves out iterations that gave nothing; an empty list gives an empty list', async () => {
  //  each ( item ──▶ pick ─yes─▶ )
  const { run } = createTestExecutor({ nodes: [...nodes] });
  const each = (items: number[]): object => ({
    type: 'test.for-each',
    inputs: { items: { value: items } },
    nodes: {
      big: { type: 'test.pass', inputs: { value: from('each.item') } },
      pick: { type: 'test.choose', inputs: { value: from('big.value'), when: false } },
      gone: { type: 'test.strict', inputs: { value: from('pick.yes') } },
    },
    outputs: { kept: from('gone.value'), all: from('big.value') },
  });
  const flow = (items: number[]): Parameters<typeof run>[0] => ({
    each: each(items) as never,
    kept: { type: 'test.output', inputs: { value: from('each.kept') } },
    all: { type: 'test.output', inputs: { value: from('each.all') } },
  });
  expect((await run(flow([1, 2]))).outputs).toEqual({ kept: [], all: [1, 2] });
  expect((await run(flow([]), { runId: 'empty' })).outputs).toEqual({ kept: [], all: [] });
});

test('repeat until: carries its state on, stops when the condition holds, and at the most turns', async () => {
  //  again ( draft ──▶ more ──▶ enough? )
  const { run } = createTestExecutor({ nodes });
  const flow = (max: number): Parameters<typeof run>[0] => ({
    input,
    again: {
      type: 'test.repeat-until',
      inputs: { max },
      state: { draft: { first: from('input.value'), next: from('more.value') } },
      until: from('enough.value'),
      nodes: {
        more: { type: 'test.longer', inputs: { value: from('again.draft') } },
        enough: { type: 'test.is-long', inputs: { value: from('more.value'), length: 3 } },
      },
      outputs: { best: from('more.value'), last: from('again.turn') },
    },
    best: { type: 'test.output', inputs: { value: from('again.best') } },
    turn: { type: 'test.output', inputs: { value: from('again.last') } },
  });
  expect((await run(flow(9), { inputs: { input: 'a' } })).outputs).toEqual({ best: 'a!!', turn: 1 });
  expect((await run(flow(1), { inputs: { input: '' }, runId: 'short' })).outputs).toEqual({ best: '!', turn: 0 });
});

test('scopes nest, and inner nodes read what stands outside', async () => {
  //  input ──▶ outer ( inner ( item + input ) )
  const pair = step('pair', ({ values }) => [...(values ?? [])]);
  const { run, events } = createTestExecutor({ nodes: [...nodes, pair] });
  const result = await run(
    {
      input,
      before: { type: 'test.pass', inputs: { value: from('input.value') } },
      outer: {
        type: 'test.for-each',
        inputs: { items: { value: [['a', 'b'], ['c']] } },
        nodes: {
          inner: {
            type: 'test.for-each',
            inputs: { items: from('outer.item') },
            nodes: {
              pair: {
                type: 'test.pair',
                inputs: { values: [from('outer.index'), from('inner.item'), from('before.value')] },
              },
            },
            outputs: { pairs: from('pair.value') },
          },
        },
        outputs: { lists: from('inner.pairs') },
      },
      out: { type: 'test.output', inputs: { value: from('outer.lists') } },
    },
    { inputs: { input: 'x' } },
  );
  expect(result.outputs).toEqual({
    out: [
      [
        [0, 'a', 'x'],
        [0, 'b', 'x'],
      ],
      [[1, 'c', 'x']],
    ],
  });
  expect(events().some((event) => 'step' in event && event.step === 'outer[0]/inner[1]/pair')).toBe(true);
});

const called = flowDocumentSchema.parse({
  jacquard: 1,
  name: 'Called',
  nodes: {
    word: { type: 'test.any-input' },
    loud: { type: 'test.longer', inputs: { value: from('word.value') } },
    said: { type: 'test.output', inputs: { value: from('loud.value') } },
  },
});

test('a sub-flow runs inside its caller, by its own inputs and outputs', async () => {
  //  call [ word ──▶ loud ──▶ said ] ──▶ out
  const { run, events } = createTestExecutor({ nodes, flows: { called } });
  const result = await run({
    call: { type: 'test.sub-flow', inputs: { flow: 'called', word: 'hey' } },
    out: { type: 'test.output', inputs: { value: from('call.said') } },
  });
  expect(result.outputs).toEqual({ out: 'hey!' });
  expect(events().flatMap((event) => (event.type === 'step-end' ? [event.step] : []))).toEqual(['call/loud', 'call']);
  expect(events()[0]).toMatchObject({ flows: { called: { name: 'Called' } } });
});

test('a sub-flow that was published with its caller runs as it was then', async () => {
  const { run, events } = createTestExecutor({ nodes, flows: { called: { ...called, nodes: {} } } });
  const result = await run(
    {
      call: { type: 'test.sub-flow', inputs: { flow: 'called', word: 'hey' } },
      out: { type: 'test.output', inputs: { value: from('call.said') } },
    },
    { flows: { called }, version: 3 },
  );
  expect(result.outputs).toEqual({ out: 'hey!' });
  expect(events()[0]).toMatchObject({ version: 3, flows: { called } });
});

test('what a model writes inside a sub-flow streams out of the output that shows it', async () => {
  //  call [ model ──▶ ask ──▶ said ] ──▶ out
  const { run, heard } = createTestExecutor({
    nodes: [...nodes, chat, modelNode(fakeChatModel({ replies: ['One two three'] }))],
  });
  await run({
    model: { type: 'test.model' },
    call: {
      type: 'test.sub-flow',
      nodes: { ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: 'Count' } } },
      outputs: { said: from('ask.answer') },
    },
    out: { type: 'test.output', inputs: { value: from('call.said') } },
  });
  const textOf = (step: string): string => {
    return heard.flatMap((event) => (event.type === 'delta' && event.step === step ? [event.text] : [])).join('');
  };
  expect(textOf('call')).toBe('One two three');
  expect(textOf('call/ask')).toBe('One two three');
});

test('flows that call each other in a circle are refused', async () => {
  //  run ──▶ a ──▶ b ──▶ a
  const calling = (flow: string): typeof called => {
    return flowDocumentSchema.parse({
      jacquard: 1,
      name: flow,
      nodes: { call: { type: 'test.sub-flow', inputs: { flow } } },
    });
  };
  const { start } = createTestExecutor({ nodes, flows: { a: calling('b'), b: calling('a') } });
  await expect(start({ call: { type: 'test.sub-flow', inputs: { flow: 'a' } } })).rejects.toMatchObject({
    code: expect.stringMatching(/sub-flow-cycle|flow-has-issues/),
  });
});
