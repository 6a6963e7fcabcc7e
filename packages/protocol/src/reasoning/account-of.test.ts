import { expect, test } from 'vitest';
import type { TraceItem } from '../run-view.ts';
import { accountOf } from './account-of.ts';
import { readInsides } from './read-insides.ts';

const item = (form: string, data: TraceItem['data']): TraceItem => ({ form, data, at: 0, attempt: 1 });
const begun = [
  item('bound', { calls: 8, tokens: 800 }),
  item('model-call', { answers: [{ text: 'a' }, { text: 'b' }], outputTokens: 41 }),
  item('model-call', { answers: [], outputTokens: 'many' }),
  item('model-call', null),
];

test('while a step goes on, what its ended calls used stands against its bound', () => {
  expect(accountOf(readInsides({ trace: begun, attempt: 1 }))).toEqual({
    bound: { calls: 8, tokens: 800 },
    calls: 3,
    tokens: 41,
    stop: undefined,
  });
});

test('in the end it is what the step says itself', () => {
  const trace = [...begun, item('stop', { reason: 'agreed', calls: 5, tokens: 90, spared: 3 })];
  expect(accountOf(readInsides({ trace, attempt: 1 }))).toMatchObject({
    calls: 5,
    tokens: 90,
    stop: { reason: 'agreed', spared: 3 },
  });
});

test('a step that tells of no bound has no account', () => {
  expect(accountOf({ items: [], calls: [], unread: 0 })).toBeUndefined();
});
