import { expect, test } from 'vitest';
import { usableTitle } from './usable-title.ts';

test('titles that people gave stay; names of files and of programs go', () => {
  expect(usableTitle(' The Library\u0000 Handbook ')).toBe('The Library Handbook');
  expect(usableTitle('Règlement')).toBe('Règlement');
  const others = ['Microsoft Word - draft.doc', 'Untitled', 'sag-39-3:sag-0', 'report.pdf', '', 7, undefined];
  expect(others.map(usableTitle)).toEqual(others.map(() => undefined));
});
