import { expect, test } from 'vitest';
import { findInJson } from './find-in-json.ts';
import { jsonRows, openAtFirst } from './json-rows.ts';

const value = { name: 'Loom', 'a/b': [{ 'x y': 1 }, null], empty: {} };

test('what is closed is one line, with how much it holds', () => {
  const rows = jsonRows(value, new Set(['']));
  expect(rows.map(({ path, size }) => [path, size])).toEqual([
    ['$', 3],
    ['$.name', undefined],
    ['$["a/b"]', 2],
    ['$.empty', 0],
  ]);
});

test('each line says where it stands, as code says it', () => {
  const rows = jsonRows(value, new Set(['', '/a~1b', '/a~1b/0']));
  expect(rows.map(({ path }) => path)).toContain('$["a/b"][0]["x y"]');
  expect(rows.find(({ path }) => path === '$["a/b"][0]["x y"]')).toMatchObject({ depth: 3, name: 'x y', value: 1 });
});

test('a long list is not opened at first, a short one is', () => {
  const long = { few: [1, 2], many: Array.from({ length: 5_000 }, () => 0) };
  expect([...openAtFirst(long)]).toEqual(['', '/few']);
});

test('finds names and values, with what must be open to see them', () => {
  expect(findInJson(value, 'LOOM')).toEqual([{ id: '/name', holders: [''] }]);
  expect(findInJson(value, 'x y')).toEqual([{ id: '/a~1b/0/x y', holders: ['', '/a~1b', '/a~1b/0'] }]);
  expect(findInJson([[7]], '7')).toEqual([{ id: '/0/0', holders: ['', '/0'] }]);
  expect(findInJson(value, ' ')).toEqual([]);
});
