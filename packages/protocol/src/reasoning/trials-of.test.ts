import type { AnyReasoningItem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { trialsOf } from './trials-of.ts';

const result = (trial: number, name: string, passed: boolean): AnyReasoningItem => ({
  form: 'test-result',
  data: { trial, name, passed, ...(!passed && { message: `${name} failed` }) },
});

test('trials stand in order with their tests, and a test that turned green says so', () => {
  const trials = trialsOf([
    { form: 'trial', data: { trial: 1, text: 'return a', from: { call: 'act 1' } } },
    result(1, 'adds', false),
    result(1, 'is pure', true),
    { form: 'reflection', data: { trial: 1, text: 'It must add.' } },
    { form: 'trial', data: { trial: 2, text: 'return a + b' } },
    result(2, 'adds', true),
    result(2, 'is pure', true),
  ]);
  expect(trials?.map(({ trial, passed, tests }) => [trial, passed, tests.length])).toEqual([
    [1, 1, 2],
    [2, 2, 2],
  ]);
  expect(trials?.[0]?.reflection?.text).toBe('It must add.');
  expect(trials?.[1]?.tests.map(({ name, isFixed }) => [name, isFixed])).toEqual([
    ['adds', true],
    ['is pure', false],
  ]);
});

test('a test that is told twice holds as it was told last; out of order, without their trial, all the same', () => {
  const trials = trialsOf([result(7, 'a', false), result(7, 'a', true), result(3, 'a', false)]);
  expect(trials?.map(({ trial, text, passed }) => [trial, text, passed])).toEqual([
    [3, undefined, 0],
    [7, undefined, 1],
  ]);
});

test('a step without trials has no such view', () => {
  expect(trialsOf([])).toBeUndefined();
});
