import { expect, test } from 'vitest';
import { commonFolder, filesOfEntries, filesOfList } from './placed-file.ts';

type Tree = { readonly [name: string]: Tree | string };

/** Entries as a browser gives them: a folder's in batches of two. */
function entryOf(name: string, content: Tree | string): FileSystemEntry {
  const isFile = typeof content === 'string';
  const entry = {
    name,
    isFile,
    isDirectory: !isFile,
    file: (take: (file: File) => void) => take(new File([isFile ? content : ''], name)),
    createReader: () => {
      const left = isFile ? [] : Object.entries(content).map(([child, inner]) => entryOf(child, inner));
      return { readEntries: (take: (entries: unknown[]) => void) => take(left.splice(0, 2)) };
    },
  };
  return entry as unknown as FileSystemEntry; // boundary: what is read of an entry
}

test('a folder gives all that it holds, with paths, by name', async () => {
  const folder = entryOf('reports', { 'b.pdf': 'b', deep: { er: { 'c.md': 'c' } }, 'a.pdf': 'a', 'd.txt': 'd' });
  const files = await filesOfEntries([folder, entryOf('alone.pdf', 'alone')]);
  expect(files.map(({ path }) => path)).toEqual([
    'reports/a.pdf',
    'reports/b.pdf',
    'reports/d.txt',
    'reports/deep/er/c.md',
    'alone.pdf',
  ]);
  await expect(files[3]?.open().then((file) => file.text())).resolves.toBe('c');
});

test('what systems leave in folders is left out; a file dropped by itself never', async () => {
  const folder = entryOf('docs', {
    '.git': { config: '' },
    '.DS_Store': '',
    'Thumbs.db': '',
    '~$a.docx': '',
    'a.docx': '',
  });
  const files = await filesOfEntries([folder, entryOf('.notes.md', '')]);
  expect(files.map(({ path }) => path)).toEqual(['docs/a.docx', '.notes.md']);
});

test('files of a dialog keep the path within the chosen folder', () => {
  const inner = new File([''], 'a.pdf');
  Object.defineProperty(inner, 'webkitRelativePath', { value: 'reports/2023/a.pdf' });
  const hidden = new File([''], 'HEAD');
  Object.defineProperty(hidden, 'webkitRelativePath', { value: 'reports/.git/HEAD' });
  const plain = new File([''], 'b.pdf');
  Object.defineProperty(plain, 'webkitRelativePath', { value: '' });
  expect(filesOfList([inner, hidden, plain]).map(({ path }) => path)).toEqual(['reports/2023/a.pdf', 'b.pdf']);
});

test.each([
  [['a/b.pdf', 'a/c/d.pdf'], 'a'],
  [['a/b.pdf', 'c.pdf'], undefined],
  [['a/b.pdf', 'c/d.pdf'], undefined],
  [['a.pdf'], undefined],
])('the folder that %j came from', (paths, folder) => {
  expect(commonFolder(paths.map((path) => ({ path, open: () => Promise.reject(new Error(path)) })))).toBe(folder);
});
