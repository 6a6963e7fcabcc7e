import { expect, test } from 'vitest';
import { innerName } from './inner-name.ts';

test('names are cleaned to be shown, and those that lead out are known', () => {
  expect(innerName('a/b/c.txt')).toEqual({ name: 'a/b/c.txt', isUnsafe: false, isSystem: false });
  expect(innerName('./a//b\\c.txt').name).toBe('a/b/c.txt');
  const unsafe = ['../a.txt', 'a/../../b.txt', '/etc/passwd', 'C:\\a.txt', 'a\0.txt', '..\\a.txt'];
  expect(unsafe.map((name) => innerName(name).isUnsafe)).toEqual(unsafe.map(() => true));
  expect(innerName('../../a\u202etxt.exe').name).toBe('…/…/atxt.exe');
  expect(innerName('').name).toBe('…');
  expect(innerName('x'.repeat(500)).name).toHaveLength(200);
});

test('what systems leave in archives is known', () => {
  const names = ['__MACOSX/a.txt', 'a/.DS_Store', 'Thumbs.db', 'a/._b.pdf', 'a.txt', 'desktop.ini.txt'];
  expect(names.map((name) => innerName(name).isSystem)).toEqual([true, true, true, true, false, false]);
});
