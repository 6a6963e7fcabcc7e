import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { forEach, output, step, strict } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const broken = step('broken', () => {
  throw new Problem('provider-refused', { status: 500 }, { kind: 'operational' });
});
const pass = step('pass', ({ value }) => value ?? null);
const nodes = [output, strict, forEach, broken, pass];

test('a failed step fails the run, named, and stops what runs beside it', async () => {
  //  broken
  //  beside (never ends by itself)
  const beside = step('beside', (_inputs, { signal }) => {
    return new Promise<null>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')));
    });
  });
  const { run, events } = createTestExecutor({ nodes: [...nodes, beside] });
  const result = await run({ beside: { type: 'test.beside' }, broken: { type: 'test.broken' } });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'provider-refused', node: 'broken' } });
  expect(events().at(-1)).toMatchObject({ type: 'run-end', status: 'failed' });
});

test('retries, with a delay that grows, as often as it may; every attempt has the same idempotency key', async () => {
  const keys = new Set<string>();
  let calls = 0;
  const shaky = step('shaky', (_inputs, { idempotencyKey }) => {
    keys.add(idempotencyKey);
    calls += 1;
    if (calls < 3) throw new Problem('provider-refused', {}, { kind: 'operational' });
    return 'done';
  });
  const { run, events } = createTestExecutor({ nodes: [...nodes, shaky], more: { random: () => 1 } });
  const result = await run({
    shaky: { type: 'test.shaky', retry: { attempts: 3, delay: 0.004 } },
    out: { type: 'test.output', inputs: { value: from('shaky.value') } },
  });
  expect(result.outputs).toEqual({ out: 'done' });
  expect(keys.size).toBe(1);
  const delays = events().flatMap((event) => (event.type === 'step-error' ? [event.retryAfter] : []));
  expect(delays).toEqual([4, 8]);
  expect(events().flatMap((event) => (event.type === 'step-start' ? [event.attempt] : []))).toEqual([1, 2, 3]);
});

test('waits as long as the other side asks', async () => {
  let calls = 0;
  const limited = step('limited', () => {
    calls += 1;
    if (calls === 1) throw new Problem('provider-refused', {}, { kind: 'operational', retryAfter: 0.003 });
    return calls;
  });
  const { run, events } = createTestExecutor({ nodes: [...nodes, limited] });
  await run({ limited: { type: 'test.limited', retry: { attempts: 2, delay: 60 } } });
  expect(events().find(({ type }) => type === 'step-error')).toMatchObject({ retryAfter: 3 });
});

test('leaves by the error port, and skips the other outputs', async () => {
  //  broken ─error─▶ out
  //         ─value─▶ after
  const { run, events } = createTestExecutor({ nodes });
  const result = await run({
    broken: { type: 'test.broken', onError: 'port' },
    after: { type: 'test.strict', inputs: { value: from('broken.value') } },
    out: { type: 'test.output', inputs: { value: from('broken.error') } },
  });
  expect(result).toMatchObject({
    status: 'completed',
    outputs: { out: { code: 'provider-refused', params: { status: 500 } } },
  });
  expect(events().find(({ type }) => type === 'step-skip')).toMatchObject({ step: 'after', reason: 'not-taken' });
  expect(events().find(({ type }) => type === 'step-end')).toMatchObject({ handled: { code: 'provider-refused' } });
});

test('gives the fallback instead', async () => {
  const { run } = createTestExecutor({ nodes });
  const result = await run({
    broken: { type: 'test.broken', onError: { fallback: { value: 'spare' } } },
    out: { type: 'test.output', inputs: { value: from('broken.value') } },
  });
  expect(result.outputs).toEqual({ out: 'spare' });
});

test('a scope takes the errors of what is inside, and stops its other iterations', async () => {
  //  each ( item ──▶ work ) ─error─▶ out
  let begun = 0;
  const work = step('work', ({ value }, { signal }) => {
    begun += 1;
    if (value === 2) throw new Problem('provider-refused');
    return new Promise<null>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  });
  const { run } = createTestExecutor({ nodes: [...nodes, work] });
  const result = await run({
    each: {
      type: 'test.for-each',
      onError: 'port',
      inputs: { items: { value: [1, 2, 3, 4] }, concurrency: 2 },
      nodes: { work: { type: 'test.work', inputs: { value: from('each.item') } } },
      outputs: { all: from('work.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.error') } },
  });
  expect(result).toMatchObject({ status: 'completed', outputs: { out: { code: 'provider-refused' } } });
  expect(begun).toBe(2);
});

test('ends an attempt that takes too long, and frees what it opened', async () => {
  const freed: string[] = [];
  const stuck = step('stuck', (_inputs, { signal, defer }) => {
    defer(() => void freed.push('first'));
    defer(() => void freed.push('second'));
    return new Promise<null>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  });
  const { run } = createTestExecutor({ nodes: [...nodes, stuck] });
  const result = await run({ stuck: { type: 'test.stuck', timeout: 0.005 } });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'step-timed-out', params: { seconds: 0.005 } } });
  expect(freed).toEqual(['second', 'first']);
});

test.each([
  ['output-missing', {}],
  ['output-unknown', { value: 1, other: 2 }],
  ['value-not-json', { value: () => 1 }],
])('refuses wrong outputs: %s', async (code, given) => {
  const wrong = step('wrong', () => null);
  const lying = { ...wrong, step: { run: async () => given } };
  const { run } = createTestExecutor({ nodes: [...nodes, lying] });
  expect(await run({ wrong: { type: 'test.wrong' } })).toMatchObject({
    status: 'failed',
    error: { code, node: 'wrong', kind: 'bug' },
  });
});
