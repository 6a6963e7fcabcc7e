import type { JsonValue } from '@jacquard/flow';
import { any, defineNode, type NodeDefinition } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import type { RunResult } from '../interfaces.ts';
import { createMemoryLog } from '../testing/memory-log.ts';
import { createTestExecutor, type TestExecutor } from '../testing/test-executor.ts';
import { anyInput, output } from '../testing/test-nodes.ts';

const words = { en: 'Ask', fr: 'Demander' };
const schema = { type: 'object', properties: { say: { type: 'string' } }, required: ['say'] };

/** Asks once, in the words given, and gives the answer. */
const ask: NodeDefinition = defineNode({
  type: 'test.ask',
  version: 1,
  title: words,
  summary: words,
  icon: 'box',
  inputs: { message: any({ label: words }) },
  outputs: { value: any({ label: words }) },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: { message: 'Say' }, outputs: {} },
  async *run({ inputs: { message }, resumed }) {
    if (resumed === undefined) yield { pause: { kind: 'edit', message: JSON.stringify(message), schema } };
    return { value: resumed?.answer ?? null };
  },
});
const nodes = [anyInput, output, ask];
const flow = {
  input: { type: 'test.any-input' },
  ask: { type: 'test.ask', inputs: { message: { from: 'input.value' } } },
  out: { type: 'test.output', inputs: { value: { from: 'ask.value' } } },
};

/** Another process with the same values, at the end of so many of a run's events. */
async function goOn(
  { events, values }: TestExecutor,
  count: number,
  answer?: JsonValue,
): Promise<TestExecutor & Pick<RunResult, 'outputs'>> {
  const known = events().slice(0, count);
  const log = createMemoryLog();
  await log.append('run', known);
  const next = createTestExecutor({ nodes, log, values });
  const parked = answer === undefined ? {} : { parked: { answer: { answer } } };
  const handle = await next.start(flow, { resume: { events: known, owner: 'next', count: 1, ...parked } });
  const { status, outputs } = await handle.result;
  expect(status).toBe('completed');
  return { ...next, outputs };
}

test('a long answer is put away like any large value, and is whole for the step, also after a crash', async () => {
  const first = createTestExecutor({ nodes });
  await first.run(flow, { inputs: { input: 'Say' } });
  const answer = { say: 'long '.repeat(50_000) };
  const second = await goOn(first, first.events().length, answer);
  const at = second.events().findIndex(({ type }) => type === 'run-answer');
  expect(second.events()[at]).toMatchObject({ answer: { kind: 'json', size: expect.any(Number) } });
  expect(JSON.stringify(second.events()).length).toBeLessThan(10_000);
  const { outputs } = await goOn(second, at + 1);
  expect(outputs).toEqual({ out: answer });
});

test('a question that is too long to be shown fails the step, in words', async () => {
  const { run, events } = createTestExecutor({ nodes });
  const result = await run(flow, { inputs: { input: 'why '.repeat(50_000) } });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'question-too-long', node: 'ask' } });
  expect(events().some(({ type }) => type === 'run-pause')).toBe(false);
});
