import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, choose, output, step, strict } from '../testing/test-nodes.ts';

const join = step('join', ({ values }) => [...(values ?? [])]);
const pass = step('pass', ({ value }) => value ?? 'nothing came');
const nodes = [anyInput, output, choose, strict, join, pass];

const input = { type: 'test.any-input' };
const from = (address: string): { from: string } => ({ from: address });

test('skips what hangs on the output that a switch did not take, and lists the outputs left out', async () => {
  //                 ┌─yes─▶ taken ──▶ good
  //  input ──▶ pick ┤
  //                 └─no──▶ other ──▶ after ──▶ bad
  const { run, events } = createTestExecutor({ nodes });
  const result = await run(
    {
      input,
      pick: { type: 'test.choose', inputs: { value: from('input.value'), when: true } },
      taken: { type: 'test.strict', inputs: { value: from('pick.yes') } },
      other: { type: 'test.strict', inputs: { value: from('pick.no') } },
      after: { type: 'test.strict', inputs: { value: from('other.value') } },
      good: { type: 'test.output', inputs: { value: from('taken.value') } },
      bad: { type: 'test.output', inputs: { value: from('after.value') } },
    },
    { inputs: { input: 1 } },
  );
  expect(result).toMatchObject({ status: 'completed', outputs: { good: 1 }, skipped: ['bad'] });
  const skips = events().flatMap((event) => (event.type === 'step-skip' ? [[event.step, event.reason]] : []));
  expect(skips).toEqual([
    ['other', 'not-taken'],
    ['after', 'source-skipped'],
  ]);
});

test('a list takes what arrived, and is skipped only if nothing did', async () => {
  //  input ──▶ a ─────────▶ some
  //        ──▶ b (disabled) ──▶ some, none
  const { run } = createTestExecutor({ nodes });
  const result = await run(
    {
      input,
      a: { type: 'test.strict', inputs: { value: from('input.value') } },
      b: { type: 'test.strict', disabled: true, inputs: { value: from('input.value') } },
      some: { type: 'test.join', inputs: { values: [from('b.value'), 'x', from('a.value')] } },
      none: { type: 'test.join', inputs: { values: [from('b.value')] } },
      one: { type: 'test.output', inputs: { value: from('some.value') } },
      two: { type: 'test.output', inputs: { value: from('none.value') } },
    },
    { inputs: { input: 1 } },
  );
  // `values` is optional: a list of which nothing came is absent.
  expect(result.outputs).toEqual({ one: ['x', 1], two: [] });
});

test('an optional input whose source was skipped is absent; the step runs', async () => {
  //  input ──▶ off (disabled) ──▶ pass ──▶ out
  const { run } = createTestExecutor({ nodes });
  const result = await run(
    {
      input,
      off: { type: 'test.strict', disabled: true, inputs: { value: from('input.value') } },
      pass: { type: 'test.pass', inputs: { value: from('off.value') } },
      out: { type: 'test.output', inputs: { value: from('pass.value') } },
    },
    { inputs: { input: 1 } },
  );
  expect(result.outputs).toEqual({ out: 'nothing came' });
});

test('a step starts the moment its own inputs are there, not when its level is done', async () => {
  //  input ──▶ slow ──▶ end
  //        ──▶ quick ──▶ after   (after runs while slow still does)
  const order: string[] = [];
  const released = Promise.withResolvers<void>();
  const slow = step('slow', async () => {
    await released.promise;
    order.push('slow');
    return 1;
  });
  const after = step('after', () => {
    order.push('after');
    released.resolve();
    return 1;
  });
  const { run } = createTestExecutor({ nodes: [...nodes, slow, after] });
  await run(
    {
      input,
      slow: { type: 'test.slow', inputs: { value: from('input.value') } },
      quick: { type: 'test.pass', inputs: { value: from('input.value') } },
      after: { type: 'test.after', inputs: { value: from('quick.value') } },
      end: { type: 'test.output', inputs: { value: from('slow.value') } },
    },
    { inputs: { input: 1 } },
  );
  expect(order).toEqual(['after', 'slow']);
});

test('runs no more than what the wanted node needs', async () => {
  //  input ──▶ a ──▶ b ──▶ out
  //              └─▶ broken (has no type that exists)
  const { run, events } = createTestExecutor({ nodes });
  const result = await run(
    {
      input,
      a: { type: 'test.pass', inputs: { value: from('input.value') } },
      b: { type: 'test.pass', inputs: { value: from('a.value') } },
      broken: { type: 'test.unknown', inputs: { value: from('a.value') } },
      out: { type: 'test.output', inputs: { value: from('b.value') } },
    },
    { inputs: { input: 1 }, target: 'a' },
  );
  expect(result.status).toBe('completed');
  expect(events().flatMap((event) => (event.type === 'step-end' ? [event.step] : []))).toEqual(['a']);
});

test('refuses to start without a required input, with one that is no value of its kind, or a flow with issues', async () => {
  const { start } = createTestExecutor({ nodes });
  await expect(
    start({ input, out: { type: 'test.output', inputs: { value: from('input.value') } } }),
  ).rejects.toMatchObject({
    code: 'run-input-missing',
    params: { input: 'input' },
  });
  await expect(start({ broken: { type: 'test.unknown' } })).rejects.toMatchObject({
    code: 'flow-has-issues',
    params: { count: 1 },
  });
});
