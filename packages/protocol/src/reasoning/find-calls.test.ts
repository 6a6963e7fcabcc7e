import type { JsonValue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { TraceItem } from '../run-view.ts';
import { findCalls } from './find-calls.ts';

const call = (name: JsonValue, model = 'm'): TraceItem => ({
  form: 'model-call',
  at: 0,
  attempt: 1,
  data: { name, model },
});

test('the call of that name, and which of its answers', () => {
  const found = findCalls([call('samples'), call('samples 1'), call(null)], { call: 'samples', sample: 3 });
  expect(found.map(({ data, sample }) => [data, sample])).toEqual([[{ name: 'samples', model: 'm' }, 3]]);
});

test('where each answer was a call of its own, all that bear the name and a number', () => {
  const calls = [call('value 2.3 1'), call('value 2.3 2'), call('value 2.31'), call('value 2.3 b')];
  expect(findCalls(calls, { call: 'value 2.3' }).map(({ data }) => data)).toEqual([
    { name: 'value 2.3 1', model: 'm' },
    { name: 'value 2.3 2', model: 'm' },
  ]);
});

test('a call that was made again stands for the first', () => {
  const [found] = findCalls([call('a', 'first'), call('a', 'again')], { call: 'a' });
  expect(found?.data).toEqual({ name: 'a', model: 'again' });
});

test('none is found where none has ended, or what was written down is no call', () => {
  expect(findCalls([], { call: 'a' })).toEqual([]);
  expect(findCalls([{ ...call('a'), data: null }, call(7)], { call: 'a' })).toEqual([]);
  expect(findCalls([call('a')], undefined)).toEqual([]);
});
