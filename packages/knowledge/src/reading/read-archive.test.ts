import { expect, test } from 'vitest';
import { readFile } from './read-file.ts';
import { defaultReadLimits } from './read-limits.ts';
import { makePdf } from './testing/make-pdf.ts';
import { makeZip, makeZipNamed } from './testing/make-zip.ts';
import { readContext } from './testing/read-context.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

const files = await temporaryFiles();
const words = 'Words that anybody in this town can read.';

/** What was read, `source: text`, and what wasn't, `source: code`. */
async function read(name: string, bytes: Uint8Array, limits = defaultReadLimits): Promise<readonly string[]> {
  const found: string[] = [];
  await readFile(await files.write(name, bytes), readContext({ limits }), {
    document: ({ pageContent, metadata }) => {
      found.push(`${metadata.source}: ${pageContent}`);
      return Promise.resolve();
    },
    unread: ({ source, problem }) => {
      found.push(`${source}: ${problem.code}`);
      return Promise.resolve();
    },
  });
  return found;
}

test('each file of an archive is a document; what is wrong with one hinders no other', async () => {
  const inner = await makeZip({ 'a.txt': words });
  const locked = makePdf([{}], { isLocked: true });
  const bytes = await makeZip({
    'folder/a.txt': words,
    'inner.zip': inner,
    'locked.pdf': locked,
    'broken.pdf': '%PDF-1.7 and no more',
    'empty.txt': '',
    'program.exe': Buffer.from('4d5a0000', 'hex'),
    '__MACOSX/a.txt': words,
    'b.md': words,
  });
  expect(await read('papers.zip', bytes)).toEqual([
    `papers/papers.zip/folder/a.txt: ${words}`,
    'papers/papers.zip/inner.zip: document-archive-in-archive',
    'papers/papers.zip/locked.pdf: document-has-password',
    'papers/papers.zip/broken.pdf: document-damaged',
    'papers/papers.zip/empty.txt: document-empty',
    'papers/papers.zip/program.exe: document-format-unknown',
    `papers/papers.zip/b.md: ${words}`,
  ]);
});

test('a name that leaves the archive is refused and never becomes a path', async () => {
  const bytes = await makeZipNamed({ 'xx/xx/evil.txt': words, 'good.txt': words }, 'xx/xx/evil.txt', '../../evil.txt');
  expect(await read('evil.zip', bytes)).toEqual([
    'papers/evil.zip/…/…/evil.txt: document-name-unsafe',
    `papers/evil.zip/good.txt: ${words}`,
  ]);
});

test('a bomb is refused alone, or the whole archive by what it declares', async () => {
  const bytes = await makeZip({ 'bomb.txt': Buffer.alloc(20 * 1024 ** 2, 'a'), 'good.txt': words });
  expect(await read('bomb.zip', bytes)).toEqual([
    'papers/bomb.zip/bomb.txt: archive-too-large',
    `papers/bomb.zip/good.txt: ${words}`,
  ]);
  const archive = { ...defaultReadLimits.archive, bytes: 1024 ** 2 };
  const refused = read('bomb.zip', bytes, { ...defaultReadLimits, archive });
  await expect(refused).rejects.toMatchObject({ code: 'archive-too-large', params: { what: 'archive-bytes' } });
});

test('an archive of which nothing can be read says so itself', async () => {
  const one = read('one.zip', await makeZip({ 'a.pdf': '%PDF-1.7', 'b.pdf': '%PDF-1.7' }));
  await expect(one).rejects.toMatchObject({ code: 'document-damaged' });
  const more = read('more.zip', await makeZip({ 'a.pdf': '%PDF-1.7', 'b.exe': '\0\0' }));
  await expect(more).rejects.toMatchObject({ code: 'archive-nothing-read', params: { count: 2 } });
  await expect(read('none.zip', await makeZip({}))).rejects.toMatchObject({ code: 'document-empty' });
});

test('of all files together no more text is taken than of one', async () => {
  const bytes = await makeZip({ 'a.txt': words, 'b.txt': words, 'c.txt': 'short' });
  expect(await read('much.zip', bytes, { ...defaultReadLimits, characters: 60 })).toEqual([
    `papers/much.zip/a.txt: ${words}`,
    'papers/much.zip/b.txt: document-too-large',
    'papers/much.zip/c.txt: short',
  ]);
});

test('a message and what is attached to it are documents of their own', async () => {
  const parts = ['../notes.txt', 'inner.zip'].map(
    (name) =>
      `--x\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${words}\r\n`,
  );
  const head =
    'From: a@example.org\r\nSubject: Hours\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n';
  const message = `${head}--x\r\nContent-Type: text/plain\r\n\r\nSee the notes.\r\n${parts.join('')}--x--\r\n`;
  const found = await read('mail.eml', Buffer.from(message));
  expect(found[0]).toMatch(/^papers\/mail\.eml: .*See the notes\./s);
  expect(found.slice(1)).toEqual([
    'papers/mail.eml/…/notes.txt: document-name-unsafe',
    'papers/mail.eml/inner.zip: document-not-as-named',
  ]);
});
