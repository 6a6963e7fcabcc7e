import { expect, test } from 'vitest';
import { sourceState } from './source-state.ts';

const files = [
  { source: 'library/handbook.pdf', sha256: 'a' },
  { source: 'library/old.zip', sha256: 'b' },
  { source: 'library/new.md' },
];

test.each([
  ['the document as it was cited', { source: 'library/handbook.pdf', document: 'a' }, 'same'],
  ['a document that was replaced', { source: 'library/handbook.pdf', document: 'z' }, 'changed'],
  ['a document that was deleted', { source: 'library/rules.docx', document: 'a' }, 'gone'],
  ['a document of an archive that is still there', { source: 'library/old.zip/notes.txt', document: 'c' }, 'same'],
  ['a document that is about to be read', { source: 'library/new.md', document: 'd' }, 'same'],
])('%s', (_name, cited, state) => {
  expect(sourceState(files, cited)).toBe(state);
});

test('without a base there is nothing to compare with', () => {
  expect(sourceState(undefined, { source: 'x', document: 'a' })).toBe('unknown');
});
