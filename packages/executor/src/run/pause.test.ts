import type { JsonValue } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { defineNode, any, type NodeDefinition } from '@jacquard/node-kit';
import { createMemoryLog } from '../testing/memory-log.ts';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, forEach, output, step } from '../testing/test-nodes.ts';

const words = { en: 'Ask', fr: 'Demander' };
const schema = { type: 'object', properties: { say: { type: 'string' } }, required: ['say'] };

/** Asks twice, and gives what it went on from with both answers. */
const ask: NodeDefinition = defineNode({
  type: 'test.ask',
  version: 1,
  title: words,
  summary: words,
  icon: 'box',
  inputs: { value: any({ label: words, optional: true }) },
  outputs: { value: any({ label: words }) },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {}, outputs: {} },
  async *run({ inputs: { value = null }, resumed }) {
    const said: JsonValue[] = Array.isArray(resumed?.state) ? [...resumed.state] : [value];
    if (resumed !== undefined) said.push(resumed.answer);
    yield { trace: { form: 'said', data: said.length } };
    if (said.length < 3) yield { pause: { kind: 'edit', message: 'Say', schema }, state: said };
    return { value: said };
  },
});
const pass = step('pass', ({ value }) => value ?? null);
const nodes = [anyInput, output, forEach, ask, pass];
const from = (address: string): { from: string } => ({ from: address });

//  input ──▶ ask ──▶ out        (beside: other ──▶ second)
const flow = {
  input: { type: 'test.any-input' },
  ask: { type: 'test.ask', inputs: { value: from('input.value') } },
  other: { type: 'test.pass', inputs: { value: 'beside' } },
  out: { type: 'test.output', inputs: { value: from('ask.value') } },
  second: { type: 'test.output', inputs: { value: from('other.value') } },
};

const typesOf = (events: readonly RunEvent[]): string[] =>
  events.flatMap(({ type }) => (type === 'step-trace' ? [] : [type]));

test('a run that waits for a person leaves the process, and says what is asked', async () => {
  const { start, events } = createTestExecutor({ nodes });
  const result = await (await start(flow, { inputs: { input: 'x' } })).result;
  expect(result).toMatchObject({ status: 'paused', waiting: [{ step: 'ask', form: { message: 'Say' } }] });
  expect(events().at(-1)).toMatchObject({ type: 'run-pause', state: ['x'] });
  expect(events().some((event) => event.type === 'step-end' && event.step === 'other')).toBe(true);
});

test('it goes on in another process from what it wrote down, as often as it asks', async () => {
  const first = createTestExecutor({ nodes });
  await (
    await first.start(flow, { inputs: { input: 'x' } })
  ).result;
  let events = first.events();
  let last = {};
  for (const say of ['one', 'two']) {
    const log = createMemoryLog();
    await log.append('run', events);
    const next = createTestExecutor({ nodes, log });
    const parked = { answer: { answer: { say }, by: 'api' as const } };
    const handle = await next.start(flow, { resume: { events, owner: 'next', count: 0, parked } });
    const result = await handle.result;
    events = next.events();
    last = result.outputs;
  }
  expect(last).toEqual({ out: ['x', { say: 'one' }, { say: 'two' }], second: 'beside' });
  const tail = typesOf(events).slice(-6);
  expect(tail).toEqual(['run-pause', 'run-answer', 'run-pause', 'run-answer', 'step-end', 'run-end']);
  expect(events.filter(({ type }) => type === 'step-start')).toHaveLength(2);
});

test('while other steps run it is answered where it runs', async () => {
  const gate = Promise.withResolvers<void>();
  const slow = step('slow', async () => {
    await gate.promise;
    return 'late';
  });
  const { start } = createTestExecutor({ nodes: [...nodes, slow] });
  const handle = await start({ ...flow, other: { type: 'test.slow' } }, { inputs: { input: 'x' } });
  await expect.poll(() => answers(handle, { say: 'one' })).toBe(true);
  await expect.poll(() => answers(handle, { say: 'two' })).toBe(true);
  gate.resolve();
  expect((await handle.result).outputs).toEqual({ out: ['x', { say: 'one' }, { say: 'two' }], second: 'late' });
});

function answers(handle: Awaited<ReturnType<ReturnType<typeof createTestExecutor>['start']>>, answer: JsonValue) {
  try {
    return handle.answer({ step: 'ask', answer });
  } catch {
    return false;
  }
}

test('an answer that is not what was asked for is refused, and the step waits on', async () => {
  const first = createTestExecutor({ nodes });
  await (
    await first.start(flow, { inputs: { input: 'x' } })
  ).result;
  const events = first.events();
  const log = createMemoryLog();
  await log.append('run', events);
  const next = createTestExecutor({ nodes, log });
  const resume = (answer: JsonValue, stepPath?: string) =>
    next.start(flow, { resume: { events, owner: 'next', count: 0, parked: { answer: { answer, step: stepPath } } } });
  await expect(resume({ say: 3 })).rejects.toMatchObject({ code: 'answer-not-valid', params: { place: '/say' } });
});

test('each turn of a loop asks by itself', async () => {
  const { start } = createTestExecutor({ nodes });
  const handle = await start({
    each: {
      type: 'test.for-each',
      inputs: { items: { value: ['a', 'b'] }, concurrency: 2 },
      nodes: { ask: { type: 'test.ask', inputs: { value: from('each.item') } } },
      outputs: { all: from('ask.value') },
    },
    out: { type: 'test.output', inputs: { value: from('each.all') } },
  });
  const { status, waiting } = await handle.result;
  expect([status, waiting?.map(({ step: path }) => path)]).toEqual(['paused', ['each[0]/ask', 'each[1]/ask']]);
});

test('a process that dies after an answer goes on from the answer', async () => {
  const first = createTestExecutor({ nodes });
  await (
    await first.start(flow, { inputs: { input: 'x' } })
  ).result;
  const seq = first.events().length;
  const answer: RunEvent = {
    type: 'run-answer',
    seq: seq + 1,
    at: 0,
    step: 'ask',
    node: 'ask',
    attempt: 1,
    answer: { say: 'one' },
  };
  const events = [...first.events(), answer];
  const log = createMemoryLog();
  await log.append('run', events);
  const next = createTestExecutor({ nodes, log });
  const handle = await next.start(flow, { resume: { events, owner: 'next', count: 1 } });
  expect(await handle.result).toMatchObject({ status: 'paused' });
  expect(next.events().at(-1)).toMatchObject({ type: 'run-pause', state: ['x', { say: 'one' }] });
});

test('a cancelled run waits no more', async () => {
  const gate = Promise.withResolvers<void>();
  const slow = step('slow', () => gate.promise.then(() => 'late'));
  const { start, events } = createTestExecutor({ nodes: [...nodes, slow] });
  const handle = await start({ ...flow, other: { type: 'test.slow' } }, { inputs: { input: 'x' } });
  await expect.poll(() => events().some(({ type }) => type === 'run-pause')).toBe(true);
  handle.cancel();
  gate.resolve();
  expect((await handle.result).status).toBe('cancelled');
  expect(() => handle.answer({ answer: { say: 'late' } })).toThrow('run-not-waiting');
});
