import { expect, test } from 'vitest';
import { unknownNames } from './unknown-names.ts';

const namesOf = (text: string): readonly string[] => unknownNames(text).map(({ name }) => name);

test('a word without braces is no variable, and says so', () => {
  expect(unknownNames('{{price}} * rate')).toEqual([{ from: 12, to: 16, name: 'rate' }]);
});

test('functions, constants, numbers and variables in braces are known', () => {
  expect(namesOf('round({{price}} * 1e3 / pi, 2) + e mod sqrt ({{x}}) - 2.5')).toEqual([]);
});

test('what stands in broken braces is told there, not twice', () => {
  expect(namesOf('{{two words}} + 1')).toEqual([]);
});
