import { expect, test } from 'vitest';
import { defaultReadLimits } from './read-limits.ts';
import { makeZip, makeZipNamed } from './testing/make-zip.ts';
import { zipEntries } from './zip-entries.ts';

const limits = defaultReadLimits.archive;
const never = new AbortController().signal;

async function read(bytes: Uint8Array, archive = limits): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const entry of zipEntries(bytes, archive, never)) {
    found[entry.name] = Buffer.from(await entry.read()).toString();
  }
  return found;
}

test('files are unpacked one after another; folders are left out; an unsafe name hinders no other', async () => {
  expect(await read(await makeZip({ 'a.txt': 'first', 'folder/b.txt': 'second' }))).toEqual({
    'a.txt': 'first',
    'folder/b.txt': 'second',
  });
  const unsafe = await makeZipNamed(
    { 'xx/xx/evil.txt': 'evil', 'good.txt': 'good' },
    'xx/xx/evil.txt',
    '../../evil.txt',
  );
  expect(await read(unsafe)).toEqual({ '../../evil.txt': 'evil', 'good.txt': 'good' });
});

test('a bomb is refused by what it declares, before anything is unpacked', async () => {
  const bomb = await makeZip({ 'zeros.txt': Buffer.alloc(20 * 1024 ** 2) });
  await expect(read(bomb)).rejects.toMatchObject({ code: 'archive-too-large', params: { what: 'archive-ratio' } });
  await expect(read(bomb, { ...limits, bytes: 1024 })).rejects.toMatchObject({ params: { what: 'archive-bytes' } });
  await expect(read(bomb, { ...limits, entryBytes: 99 })).rejects.toMatchObject({
    params: { what: 'archive-entry-bytes', bytes: 99 },
  });
  const many = await makeZip(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.txt`, 'x'])));
  await expect(read(many, { ...limits, entries: 20 })).rejects.toMatchObject({ params: { what: 'archive-entries' } });
});

test('a bomb that declares less than it holds is refused by what comes out', async () => {
  const bytes = await makeZip({ 'zeros.txt': Buffer.alloc(20 * 1024 ** 2) });
  const size = Buffer.alloc(4);
  size.writeUInt32LE(20 * 1024 ** 2);
  const lying = Buffer.from(bytes.toString('latin1').replaceAll(size.toString('latin1'), '\u0010\0\0\0'), 'latin1');
  await expect(read(lying)).rejects.toMatchObject({ code: 'document-damaged' });
});

test('what is cut or no zip at all is damaged', async () => {
  const bytes = await makeZip({ 'a.txt': 'first' });
  await expect(read(bytes.subarray(0, 60))).rejects.toMatchObject({ code: 'document-damaged' });
  bytes.fill(0xff, 30, 40);
  await expect(read(bytes)).rejects.toMatchObject({ code: 'document-damaged' });
});
