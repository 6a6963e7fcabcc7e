import { expect, test } from 'vitest';
import { baseFolder, pathInBase } from './base-folder.ts';

test.each([
  [['handbook/**'], 'handbook/'],
  [['documents/2024/*.pdf', 'other/*'], 'documents/2024/'],
  [['documents/*/deep/*.pdf'], 'documents/'],
  [['*.pdf'], ''],
  [['notes.md'], ''],
  [[], ''],
])('the folder of %j', (sources, folder) => {
  expect(baseFolder(sources)).toBe(folder);
});

test('paths within the folder, and those beside it', () => {
  expect(pathInBase('handbook/a/b.pdf', ['handbook/**'])).toBe('a/b.pdf');
  expect(pathInBase('other/b.pdf', ['handbook/**'])).toBe('other/b.pdf');
});
