import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { ZipFile, type Options } from 'yazl';
import { unpackBundle } from './unpack-bundle.ts';

type Entry = readonly [name: string, content: string | Buffer, options?: Partial<Options>];

/** A zip of these entries. Names that the writer refuses are put in afterwards, over `placeholders` of equal length. */
async function zipOf(entries: readonly Entry[], placeholders: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, options] of entries) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  let text = (await buffer(zip.outputStream)).toString('latin1');
  for (const [name, placed] of Object.entries(placeholders)) text = text.replaceAll(name, placed);
  return Buffer.from(text, 'latin1');
}

function emptyFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'jacquard-unpack-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  mkdirSync(join(parent, 'content'));
  return join(parent, 'content');
}

async function unpack(bytes: Buffer): Promise<string> {
  const folder = emptyFolder();
  writeFileSync(join(folder, '../bundle.zip'), bytes);
  await unpackBundle(join(folder, '../bundle.zip'), folder);
  return folder;
}

/** Refused, and not one byte of it was written. */
async function expectRefused(bytes: Buffer, code: string, params: object = {}): Promise<void> {
  const folder = emptyFolder();
  writeFileSync(join(folder, '../bundle.zip'), bytes);
  const refused = unpackBundle(join(folder, '../bundle.zip'), folder);
  await expect(refused).rejects.toMatchObject({ name: 'Problem', code, params });
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(join(folder, '..'))).toEqual(['bundle.zip', 'content']);
}

test('unpacks files with their dates, and leaves out what archivers add', async () => {
  const mtime = new Date('2024-03-01T10:00:00Z');
  const bytes = await zipOf([
    ['ask.flow.json', '{}', { mtime }],
    ['handbook/été/a.txt', 'text', { mtime }],
    ['__MACOSX/handbook/._a.txt', 'x'],
    ['handbook/.DS_Store', 'x'],
  ]);
  const folder = await unpack(bytes);
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'ask.flow.json',
    'handbook',
    'handbook/été',
    'handbook/été/a.txt',
  ]);
  expect(readFileSync(join(folder, 'handbook/été/a.txt'), 'utf8')).toBe('text');
  expect(statSync(join(folder, 'ask.flow.json')).mtime).toEqual(mtime);
});

const names: readonly (readonly [written: string, name: string])[] = [
  ['..X/..X/evil.txt', '../../evil.txt'],
  ['Xetc/evil.txt', '/etc/evil.txt'],
  ['CXXevil.txt', 'C:\\evil.txt'],
  ['aX..Xevil.txt', 'a\\..\\evil.txt'],
  ['a/XX/evil.txt', 'a/../evil.txt'],
  ['Xhidden/a.txt', '.hidden/a.txt'],
  ['a/b/Xgit/config', 'a/b/.git/config'],
  ['aXb.txt', 'a\u0000b.txt'],
  ['aXb.flow.json', 'a:b.flow.json'],
  ['X.flow.json', '\n.flow.json'],
];

test.for(names)('refuses an entry named %j once it is %j', async ([written, name]) => {
  const placed = written.slice(-name.length);
  expect(placed).toHaveLength(name.length);
  const bytes = await zipOf(
    [
      ['fine.txt', 'x'],
      [placed, 'x'],
    ],
    { [placed]: name },
  );
  await expectRefused(bytes, 'bundle-unsafe', { reason: 'bundle-name' });
});

test('refuses links, encrypted entries and two at one place', async () => {
  expect.hasAssertions();
  await expectRefused(await zipOf([['link', '/etc/passwd', { mode: 0o120_777 }]]), 'bundle-unsafe', {
    reason: 'bundle-link',
  });
  for (const [one, other] of [
    ['a.txt', 'a.txt'],
    ['a.txt', 'A.TXT'],
    ['a', 'a/b.txt'],
    ['a/b.txt', 'a'],
  ] as const)
    await expectRefused(
      await zipOf([
        [one, 'x'],
        [other, 'y'],
      ]),
      'bundle-unsafe',
      { reason: 'bundle-twice' },
    );
  const encrypted = await zipOf([['a.txt', 'x']]);
  const central = encrypted.indexOf('PK\u0001\u0002', 0, 'latin1');
  encrypted.writeUInt16LE(encrypted.readUInt16LE(central + 8) | 1, central + 8);
  await expectRefused(encrypted, 'bundle-unsafe', { reason: 'bundle-encrypted' });
});

test('refuses a bomb by what it declares, and one that lies by what comes out', async () => {
  const zeros = Buffer.alloc(40 * 1024 ** 2);
  await expectRefused(await zipOf([['bomb.txt', zeros]]), 'bundle-too-large', { what: 'archive-ratio' });
  const liar = await zipOf([['bomb.txt', zeros]]);
  const central = liar.indexOf('PK\u0001\u0002', 0, 'latin1');
  liar.writeUInt32LE(10, central + 24);
  const folder = emptyFolder();
  writeFileSync(join(folder, '../bundle.zip'), liar);
  await expect(unpackBundle(join(folder, '../bundle.zip'), folder)).rejects.toMatchObject({ name: 'Problem' });
  expect(statSync(join(folder, 'bomb.txt')).size).toBeLessThan(100_000);
});

test('refuses too many entries, and what is no whole zip', async () => {
  expect.hasAssertions();
  const many = await zipOf([['a.txt', 'x']]);
  const end = many.indexOf('PK\u0005\u0006', 0, 'latin1');
  for (const place of [8, 10]) many.writeUInt16LE(5_001, end + place);
  await expectRefused(many, 'bundle-too-large', { what: 'archive-entries', limit: 5_000 });
  const whole = await zipOf([['a.txt', 'some text that is long enough']]);
  for (const bytes of [Buffer.from(''), Buffer.from('not a zip at all'), whole.subarray(0, whole.length - 30)])
    await expectRefused(bytes, 'bundle-damaged');
});
