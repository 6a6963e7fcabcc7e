import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.for([
  ['Résumé du mois', 'Résumé du mois.csv'],
  ['../../etc/passwd', 'etc passwd.csv'],
  ['a<b>:"c|d?*', 'a b c d.csv'],
  ['.hidden', 'hidden.csv'],
  ['\u202Egnp.exe', 'gnp.exe.csv'],
  ['', 'value.csv'],
  ['///', 'value.csv'],
])('%j is saved as %j', ([title, name]) => {
  expect(fileName(title ?? '', 'csv')).toBe(name);
});
