import { expect, test } from 'vitest';
import { createOperationFinder } from './find-operation.ts';
import { operations } from './operation.ts';

const find = createOperationFinder(
  operations('calls', {
    'GET /flows/check': 'operator',
    'GET /flows/:id': { action: 'read', flow: 'id' },
    'PUT /flows/:id': { action: 'edit', flow: 'id' },
  }),
);

test('a literal part goes before a parameter', () => {
  expect(find('GET', '/flows/check').operation?.rule).toBe('operator');
  expect(find('GET', '/flows/a%20b').params).toEqual({ id: 'a b' });
});

test('what Express would route to the same place has the same rule: a slash at the end, capitals, HEAD', () => {
  expect(find('GET', '/Flows/one/').params).toEqual({ id: 'one' });
  expect(find('HEAD', '/flows/one').operation?.method).toBe('GET');
});

test('another method is told what the path takes; another path has none', () => {
  expect(find('DELETE', '/flows/one')).toMatchObject({ operation: undefined, methods: ['GET', 'PUT'] });
  expect(find('GET', '/flows/one/two').methods).toEqual([]);
  expect(find('GET', '/flows//').methods).toEqual([]);
});
