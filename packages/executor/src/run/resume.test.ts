import type { RunEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import type { NodeDefinition } from '@jacquard/node-kit';
import type { RunResult } from '../interfaces.ts';
import { createMemoryLog } from '../testing/memory-log.ts';
import { createMemoryValues, type MemoryValues } from '../testing/memory-values.ts';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, forEach, output, repeatUntil, isLong, step } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const keys: string[] = [];
const pass = step('pass', ({ value }) => value ?? null);
const longer = step('longer', ({ value }) => `${typeof value === 'string' ? value : ''}!`);
const effect = step(
  'effect',
  ({ value }, { idempotencyKey }) => {
    keys.push(idempotencyKey);
    return value ?? null;
  },
  { effects: 'idempotent' },
);
const once = step('once', ({ value }) => value ?? null, { effects: 'once' });
const nodes = [anyInput, output, forEach, repeatUntil, isLong, pass, longer, effect, once];

//  input ──▶ each ( item ──▶ work ) ──▶ again ( draft ──▶ more ──▶ enough ) ──▶ once ──▶ out
const flow = {
  input: { type: 'test.any-input' },
  each: {
    type: 'test.for-each',
    inputs: { items: { value: ['a', 'b', 'c'] }, concurrency: 2 },
    nodes: { work: { type: 'test.effect', inputs: { value: from('each.item') } } },
    outputs: { all: from('work.value') },
  },
  big: { type: 'test.pass', inputs: { values: [from('each.all')], value: 'x'.repeat(80_000) } },
  again: {
    type: 'test.repeat-until',
    inputs: { max: 5 },
    state: { draft: { first: from('input.value'), next: from('more.value') } },
    until: from('enough.value'),
    nodes: {
      more: { type: 'test.longer', inputs: { value: from('again.draft') } },
      enough: { type: 'test.is-long', inputs: { value: from('more.value'), length: 4 } },
    },
    outputs: { best: from('more.value') },
  },
  last: { type: 'test.effect', inputs: { value: from('again.best'), values: [from('big.value')] } },
  out: { type: 'test.output', inputs: { value: from('last.value') } },
  list: { type: 'test.output', inputs: { value: from('each.all') } },
};

/** Takes a run up from events, as if its process had died after the last of them. */
async function resumeFrom(
  events: readonly RunEvent[],
  given: { types?: readonly NodeDefinition[]; count?: number; values?: MemoryValues } = {},
): Promise<{ result: RunResult; events: readonly RunEvent[] }> {
  const { types = nodes, count = 1, values = whole.values } = given;
  const log = createMemoryLog();
  await log.append('run', events);
  const executor = createTestExecutor({ nodes: types, log, values });
  const handle = await executor.start(flow, { resume: { events, owner: 'second', count } });
  return { result: await handle.result, events: executor.events() };
}

const whole = createTestExecutor({ nodes });

test('a run whose process died at any event goes on, repeats nothing that had ended and ends the same', async () => {
  const result = await whole.run(flow, { inputs: { input: 'x' } });
  const all = whole.events();
  expect(result.outputs).toEqual({ out: 'x!!!', list: ['a', 'b', 'c'] });
  for (let cut = 1; cut < all.length; cut += 1) {
    const before = all.slice(0, cut);
    const resumed = await resumeFrom(before);
    expect(resumed.result, `after event ${cut}`).toMatchObject({ status: 'completed', outputs: result.outputs });
    expect(resumed.events.map(({ seq }) => seq)).toEqual(resumed.events.map((_event, index) => index + 1));
    const ended = resumed.events.flatMap((event) => (event.type === 'step-end' ? [event.step] : []));
    expect(ended.length).toBe(new Set(ended).size);
  }
});

test('a step that was interrupted runs as a new attempt with the key that it had', async () => {
  const all = whole.events();
  const cut = all.findIndex((event) => event.type === 'step-start' && event.step === 'last') + 1;
  const before = new Set(keys);
  const resumed = await resumeFrom(all.slice(0, cut));
  expect(new Set(keys)).toEqual(before);
  expect(resumed.events.find((event) => event.type === 'step-end' && event.step === 'last')).toMatchObject({
    attempt: 2,
  });
});

const never = { once: { type: 'test.once', inputs: { value: 1 } } };

test('a step that must never be repeated stops the run as interrupted', async () => {
  const { run, events } = createTestExecutor({ nodes });
  await run(never);
  const before = events().slice(0, 2);
  const log = createMemoryLog();
  await log.append('run', before);
  const second = createTestExecutor({ nodes, log });
  const handle = await second.start(never, { resume: { events: before, owner: 'second', count: 1 } });
  expect(await handle.result).toMatchObject({
    status: 'interrupted',
    error: { code: 'step-interrupted', node: 'once' },
  });
});

test('a changed node type, a lost large value, or the fourth time stops the run as interrupted', async () => {
  const all = whole.events();
  const changed = nodes.map((node) => (node === pass ? step('pass', () => 1, { version: 2 }) : node));
  const half = all.slice(0, 4);
  expect((await resumeFrom(half, { types: changed })).result).toMatchObject({
    status: 'interrupted',
    error: { code: 'resume-type-changed', params: { type: 'test.pass', version: 1, now: 2 } },
  });
  expect((await resumeFrom(half, { count: 4 })).result).toMatchObject({
    status: 'interrupted',
    error: { code: 'resume-too-often' },
  });
  const values = createMemoryValues((text) => text);
  const late = all.findIndex((event) => event.type === 'step-end' && event.step === 'big') + 1;
  expect((await resumeFrom(all.slice(0, late), { values })).result).toMatchObject({
    status: 'interrupted',
    error: { code: 'value-lost' },
  });
});

test('a run that was being cancelled ends as cancelled', async () => {
  const events = [...whole.events().slice(0, 3), { type: 'run-cancel', seq: 4, at: 0 }] as const;
  expect((await resumeFrom(events)).result).toMatchObject({ status: 'cancelled' });
});
