import type { Assertion, JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { checkOutput, valueAt } from './check-output.ts';
import { checkRun } from './check-run.ts';

const output = 'out';
const holds: readonly (readonly [Assertion, JsonValue])[] = [
  [
    { output, equals: { b: [1, 2], a: null } },
    { a: null, b: [1, 2] },
  ],
  [{ output, equals: { lines: ['one', 'two'] } }, 'one\ntwo'],
  [{ output, equals: 'x', not: true }, 'y'],
  [{ output, contains: 'PARIS', ignoreCase: true }, 'In Paris.'],
  [{ output, contains: 'b' }, ['a', 'b']],
  [{ output, matches: '^\\d{4}$' }, '1969'],
  [{ output, matches: 'rome', ignoreCase: true }, 'Rome'],
  [{ output, schema: { type: 'object', required: ['a'] } }, '```json\n{"a": 1}\n```'],
  [{ output, schema: { type: 'array' } }, []],
  [{ output, near: 3.14, within: 0.01 }, '3.1416'],
];
const breaks: readonly (readonly [Assertion, JsonValue, string])[] = [
  [{ output, equals: [1, 2] }, [2, 1], 'test-not-equal'],
  [{ output, equals: '3' }, 3, 'test-not-equal'],
  [{ output, contains: 'Paris' }, 'In paris.', 'test-not-contained'],
  [{ output, contains: 'a', not: true }, 'a', 'test-contained'],
  [{ output, matches: '^b' }, 'ab', 'test-not-matched'],
  [{ output, schema: { type: 'object', required: ['a'] } }, '{"b": 1}', 'test-schema-broken'],
  [{ output, near: 10 }, 10.02, 'test-not-near'],
  [{ output, near: 0 }, '', 'test-not-a-number'],
];

test.each(holds)('%o holds of %o', async (assertion, actual) => {
  expect(await checkOutput(assertion, actual)).toMatchObject({ status: 'passed' });
});

test.each(breaks)('%o doesn’t hold of %o', async (assertion, actual, code) => {
  expect(await checkOutput(assertion, actual)).toMatchObject({ status: 'failed', problem: { code } });
});

test('a pattern that takes others for ever takes no time', async () => {
  const outcome = await checkOutput({ output, matches: '^(a+)+$' }, `${'a'.repeat(100_000)}!`);
  expect(outcome).toMatchObject({ status: 'failed' });
});

test('a pointer names a part by its own keys alone', () => {
  const value = { 'a/b': [{ 'm~n': 1 }] };
  expect(valueAt(value, '/a~1b/0/m~0n')).toBe(1);
  expect(valueAt(value)).toBe(value);
  for (const pointer of ['/constructor', '/a~1b/1', '/a~1b/length', '/a~1b/0/m~0n/x'])
    expect(valueAt(value, pointer)).toBeUndefined();
});

test('of what is recorded, time and cost say nothing; tokens do', () => {
  const run = { status: 'completed' as const, usage: { inputTokens: 9, outputTokens: 3, cost: 5 }, duration: 9000 };
  expect(checkRun({ latency: 1 }, { ...run, isReplay: true })).toMatchObject({ status: 'unchecked' });
  expect(checkRun({ cost: 1 }, { ...run, isReplay: true })).toMatchObject({ status: 'unchecked' });
  expect(checkRun({ latency: 1 }, { ...run, isReplay: false })).toMatchObject({ status: 'failed', measured: 9000 });
  expect(checkRun({ tokens: 12 }, { ...run, isReplay: true })).toMatchObject({ status: 'passed', measured: 12 });
  expect(checkRun({ tokens: 11 }, { ...run, isReplay: true })).toMatchObject({ status: 'failed' });
});
