import { expect, test } from 'vitest';
import { splitTests } from './split-tests.ts';

const namesOf = (text: string): readonly string[] => splitTests(text).map(({ name }) => name);

test('lines that each assert something are a test each, in both languages', () => {
  expect(namesOf('assert add(1, 2) == 3\nassert add(0, 0) == 0')).toEqual([
    'assert add(1, 2) == 3',
    'assert add(0, 0) == 0',
  ]);
  expect(namesOf('assert(add(1, 2) === 3)\nassertEquals(add(0, 0), 0)')).toEqual([
    'assert(add(1, 2) === 3)',
    'assertEquals(add(0, 0), 0)',
  ]);
});

test('a paragraph with other lines is one test, called by its first line', () => {
  expect(splitTests('# adds\nsum = add(1, 2)\nassert sum == 3\n \n\nassert add(0, 0) == 0\n')).toEqual([
    { name: 'adds', code: '# adds\nsum = add(1, 2)\nassert sum == 3' },
    { name: 'assert add(0, 0) == 0', code: 'assert add(0, 0) == 0' },
  ]);
  expect(namesOf(' \n\n')).toEqual([]);
});
