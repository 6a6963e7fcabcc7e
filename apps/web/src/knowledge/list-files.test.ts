import type { KnowledgeFile } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { listFiles, typeLabel, type FileView } from './list-files.ts';

const file = (source: string, parts: Partial<KnowledgeFile> = {}): KnowledgeFile => ({
  source,
  state: 'ready',
  warnings: [],
  unread: [],
  size: 10,
  modified: 0,
  mediaType: 'text/plain',
  passages: 1,
  languages: [],
  ...parts,
});

const files = [
  file('b10.txt', { size: 5, passages: 9 }),
  file('b2.pdf', { state: 'failed', size: 7, passages: 0 }),
  file('folder/Annual report.md', { size: 7, warnings: [{ code: 'x', params: {} }] }),
];
const list = (view: Partial<FileView>): string[] =>
  listFiles(files, { query: '', only: 'all', order: 'name', isDescending: false, ...view }).map(({ source }) => source);

test('by name as people count: 2 before 10', () => {
  expect(list({})).toEqual(['b2.pdf', 'b10.txt', 'folder/Annual report.md']);
  expect(list({ isDescending: true })).toEqual(['folder/Annual report.md', 'b10.txt', 'b2.pdf']);
});

test('by size, equal ones by name; by state, what failed first', () => {
  expect(list({ order: 'size', isDescending: true })).toEqual(['b2.pdf', 'folder/Annual report.md', 'b10.txt']);
  expect(list({ order: 'state' })[0]).toBe('b2.pdf');
});

test('only what failed, only what has remarks, only what is asked for', () => {
  expect(list({ only: 'failed' })).toEqual(['b2.pdf']);
  expect(list({ only: 'noted' })).toEqual(['folder/Annual report.md']);
  expect(list({ query: 'REPORT folder' })).toEqual(['folder/Annual report.md']);
});

test('the kind of a file is its ending', () => {
  expect(typeLabel({ source: 'a/b.tar.gz' })).toBe('GZ');
  expect(typeLabel({ source: 'README' })).toBe('–');
});
