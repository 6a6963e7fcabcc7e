import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, test } from 'vitest';
import { findBeside, ProjectFiles } from './project-files.ts';

function projectFolder(): string {
  const outside = mkdtempSync(join(tmpdir(), 'jacquard-'));
  const folder = join(outside, 'project');
  mkdirSync(join(folder, 'documents'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'documents', 'a.txt'), 'inside');
  writeFileSync(join(folder, '.env'), 'hidden');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(outside, join(folder, 'door'));
  return folder;
}

test('a file beside the flow is found', async () => {
  const folder = projectFolder();
  expect(await findBeside(folder, 'documents/a.txt')).toContain('a.txt');
});

test.each([
  '../secret.txt',
  'documents/../../secret.txt',
  '..\\secret.txt',
  '/etc/passwd',
  'link.txt',
  'door/secret.txt',
  '.env',
  'documents/./../.env',
  'documents',
  'documents/a.txt\0.md',
  'nothing.txt',
  '',
])('%j leads nowhere', async (path) => expect(await findBeside(projectFolder(), path)).toBeUndefined());

test('a file is read again when it has changed, and is the same value until then', async () => {
  const folder = projectFolder();
  const stores = createMemoryStores();
  const files = new ProjectFiles(folder, stores.files, 'main');
  const holder = { kind: 'flow', id: 'f' } as const;
  const first = await files.read(holder, 'documents/a.txt');
  expect(await files.read(holder, 'documents/a.txt')).toBe(first);
  writeFileSync(join(folder, 'documents/a.txt'), 'changed');
  utimesSync(join(folder, 'documents/a.txt'), new Date(), new Date(Date.now() + 5_000));
  const second = await files.read(holder, 'documents/a.txt');
  expect(second.file).not.toBe(first.file);
  expect(first).toMatchObject({ name: 'a.txt', mediaType: 'text/plain', size: 6 });
  await expect(files.read(holder, 'b.txt')).rejects.toMatchObject({ code: 'file-not-found' });
  await stores.close();
});
