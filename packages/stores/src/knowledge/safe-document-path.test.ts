import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatName, safeDocumentPath } from './safe-document-path.ts';

const cases: readonly (readonly [wanted: string, safe: string])[] = [
  ['handbook.pdf', 'handbook.pdf'],
  ['2024/été/plan (1).pdf', '2024/été/plan (1).pdf'],
  ['../../etc/passwd', 'etc/passwd'],
  ['..\\..\\windows\\system.ini', 'windows/system.ini'],
  ['/etc/passwd', 'etc/passwd'],
  ['C:\\Users\\a.txt', 'C_/Users/a.txt'],
  ['.env', 'env'],
  ['a/.git/config', 'a/git/config'],
  ['a//./b', 'a/b'],
  ['nul.txt', '_nul.txt'],
  ['com1/aux', '_com1/_aux'],
  ['a/node_modules/b.js', 'a/_node_modules/b.js'],
  ['e\u0301te\u0301.pdf', '\u00E9t\u00E9.pdf'],
  ['a\u0000b\u202Egnp.exe', 'abgnp.exe'],
  ['name. . ', 'name'],
  ['evil.flow.json', 'evil-flow.json'],
  ['x.knowledge.json', 'x-knowledge.json'],
  ['', 'document'],
  ['../..', 'document'],
];

test.for(cases)('%j becomes %j', ([wanted, safe]) => {
  expect(safeDocumentPath(wanted)).toBe(safe);
});

test('whatever comes, the path stays within its folder and its names fit a file system', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('..', '.', '', '.git', 'CON', 'a'.repeat(300)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.constantFrom('/', '\\'), (parts, separator) => {
      const path = safeDocumentPath(parts.join(separator));
      expect(path.length).toBeLessThanOrEqual(1_200);
      for (const name of [...path.split('/'), flatName(path)]) {
        expect(name).not.toMatch(/^$|^\.|[\\/\p{Cc}]|[. ]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }
      expect(safeDocumentPath(path)).toBe(path);
    }),
  );
});

test('a long name keeps its ending', () => {
  expect(safeDocumentPath(`${'é'.repeat(300)}.pdf`)).toMatch(/^é+\.pdf$/);
});
