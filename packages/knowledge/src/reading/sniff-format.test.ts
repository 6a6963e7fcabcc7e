import { expect, test } from 'vitest';
import { extensionOf, sniffFormat } from './sniff-format.ts';
import { makeZip } from './testing/make-zip.ts';

function sniff(content: string | Uint8Array, name: string): Promise<string> {
  const bytes = Buffer.from(content);
  return sniffFormat(bytes.subarray(0, 65_536), name, () => Promise.resolve(bytes)).catch(
    (error: { readonly code: string }) => error.code,
  );
}

test('what a file holds goes before its name', async () => {
  expect(await sniff('%PDF-1.7 …', 'report.txt')).toBe('pdf');
  expect(await sniff('junk\n%PDF-1.7 …', 'report')).toBe('pdf');
  expect(await sniff('<!DOCTYPE html><p>Sign in', 'report.pdf')).toBe('html');
  expect(await sniff('<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="…">', 'table.xls')).toBe('html');
  expect(await sniff('{\\rtf1\\ansi', 'letter.doc')).toBe('rtf');
  expect(await sniff('plain words', 'report.pdf')).toBe('document-not-as-named');
  expect(await sniff('a;b\n1;2', 'table.xls')).toBe('csv');
  expect(await sniff(Buffer.from('89504e470d0a1a0a00', 'hex'), 'page.jpg')).toBe('picture');
});

test('texts are told by their extension', async () => {
  expect(await sniff('# Title', 'a.md')).toBe('markdown');
  expect(await sniff('<html>in a guide</html>', 'a.md')).toBe('markdown');
  expect(await sniff('{"a":1}', 'a.JSON')).toBe('json');
  expect(await sniff('a\tb', 'a.tsv')).toBe('csv');
  expect(await sniff('From: me', 'mail.eml')).toBe('email');
  expect(await sniff('anything', 'README')).toBe('text');
  expect(await sniff(Buffer.from('\ufeffcafé', 'utf16le'), 'a.txt')).toBe('text');
  expect(await sniff(Buffer.from('caf\u00e9 fran\u00e7ais', 'latin1'), 'a.txt')).toBe('text');
});

test('zips are told apart by what lies in them', async () => {
  expect(await sniff(await makeZip({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'a.zip')).toBe('docx');
  expect(await sniff(await makeZip({ 'xl/workbook.xml': '' }), 'a.xlsm')).toBe('xlsx');
  const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' };
  expect(await sniff(await makeZip(odt), 'a')).toBe('odt');
  expect(await sniff(await makeZip({ mimetype: 'application/epub+zip' }), 'a.epub')).toBe('document-format-unknown');
  expect(await sniff(await makeZip({ 'a.txt': '' }), 'a.zip')).toBe('zip');
  expect(await sniff(await makeZip({ 'a.txt': '' }), 'a.docx')).toBe('document-not-as-named');
  expect(await sniff((await makeZip({ 'a.txt': 'text' })).subarray(0, 50), 'a.docx')).toBe('document-damaged');
});

test('what can not be read says why', async () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect(await sniff(compound, 'a.doc')).toBe('document-format-old');
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await sniff(locked, 'a.docx')).toBe('document-has-password');
  expect(await sniff(Buffer.alloc(1000), 'a.pdf')).toBe('document-not-as-named');
  expect(await sniff(Buffer.from('7f454c460201', 'hex'), 'program')).toBe('document-format-unknown');
});

test('an extension is the letters after the last dot', () => {
  expect(['a.PDF', 'folder.d/file', '.hidden', 'a.tar.gz', 'a.b c'].map(extensionOf)).toEqual([
    'pdf',
    '',
    '',
    'gz',
    '',
  ]);
});
