import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { providerProblem } from './provider-problem.ts';

const address = { origin: 'https://models.test', model: 'm' };
const failure = (fields: object) => Object.assign(new Error('said the provider'), fields);

test.each([
  [401, 'provider-key-refused', 'user'],
  [403, 'provider-key-refused', 'user'],
  [404, 'provider-model-not-found', 'user'],
  [400, 'provider-refused', 'user'],
  [429, 'provider-rate-limited', 'operational'],
  [500, 'provider-failed', 'operational'],
  [529, 'provider-failed', 'operational'],
])('status %i is %s', (status, code, kind) => {
  expect(providerProblem(failure({ status }), address)).toMatchObject({ code, kind });
});

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '12' }, 12],
  ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1.5],
  ['a time that is over', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
])('retry-after in %s', (_form, headers, seconds) => {
  expect(providerProblem(failure({ status: 429, headers: new Headers(headers) }), address).retryAfter).toBe(seconds);
});

test('a refused key is told without the provider’s words, which may quote it', () => {
  const problem = providerProblem(failure({ status: 401, message: 'Incorrect API key: sk-123' }), address);
  expect(JSON.stringify(problem.toData())).not.toContain('sk-123');
});

test('a problem of the guarded client comes through its wrapping', () => {
  const own = new Problem('network-refused', { url: 'x' });
  const wrapped = new Error('Connection error.', { cause: new Error('fetch failed', { cause: own }) });
  expect(providerProblem(wrapped, address)).toBe(own);
});

test('LangChain’s advertisement is cut off', () => {
  const error = failure({ status: 400, message: 'Bad.\n\nTroubleshooting URL: https://docs.example' });
  expect(providerProblem(error, address).params['detail']).toBe('Bad.');
});
