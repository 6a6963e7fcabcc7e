import { createHash } from 'node:crypto';
import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createReadingHost, type OpenReadingHost, type ReadingHostOptions } from './reading-host.ts';
import { makePdf } from './testing/make-pdf.ts';
import { temporaryFiles } from './testing/temporary-files.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start slowly where other tests run beside them

const files = await temporaryFiles();
const log = { info: () => undefined, warn: () => undefined };
const hosts: OpenReadingHost[] = [];

function openHost(options: Partial<ReadingHostOptions> = {}): OpenReadingHost {
  const host = createReadingHost({ log, ...options });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

/** A file of 400 pages: seconds of work, and word of pages that are done. */
async function slowFile(name: string): Promise<Parameters<OpenReadingHost['read']>[0]> {
  const texts = Array.from({ length: 40 }, (_, index) => ({
    text: `Line ${index} of a long page.`,
    x: 60,
    y: 780 - index * 16,
  }));
  return await files.write(name, makePdf(Array.from({ length: 400 }, () => ({ texts }))));
}

function isAlive(id: number | undefined): boolean {
  try {
    return id !== undefined && process.kill(id, 0);
  } catch {
    return false;
  }
}

test('a document comes with its hash, date, language and blocks, whole also when it is long', async () => {
  const sentence = 'The library is open from nine to five, and nobody pays for reading. ';
  const content = `# Hours\n\n${sentence.repeat(10)}\n\n`.repeat(300);
  const file = await files.write('long.md', content);
  const { documents, unread } = await openHost().read(file);
  expect(unread).toEqual([]);
  const [document] = documents;
  expect(document?.metadata).toMatchObject({
    document: createHash('sha256').update(content).digest('hex'),
    source: 'papers/long.md',
    mediaType: 'text/markdown',
    date: '2024-01-02T00:00:00.000Z',
    language: 'en',
  });
  const { blocks = [] } = document?.metadata ?? {};
  expect(blocks).toHaveLength(600);
  expect(new Set(blocks.map(({ start, end }) => document?.pageContent.slice(start, end)))).toEqual(
    new Set(['Hours', sentence.repeat(10).trim()]),
  );
});

test('a file that takes the process with it fails alone; the next gets a new one', async () => {
  const host = openHost();
  const good = await files.write('good.txt', 'A few good words that anybody can read.');
  const first = host.read(await slowFile('slow.pdf'), {
    onPages: () => void process.kill(host.process() ?? 0, 'SIGKILL'),
  });
  const second = host.read(good);
  await expect(first).rejects.toMatchObject({ code: 'document-broke-reader', params: { reason: 'SIGKILL' } });
  expect((await second).documents).toHaveLength(1);
});

test('a cancelled file ends its process at once; one that waits leaves the line', async () => {
  const host = openHost();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const file = await slowFile('cancelled.pdf');
  let id: number | undefined;
  const first = host.read(file, {
    signal: running.signal,
    onPages: () => {
      id = host.process();
      waiting.abort(new Error('not now'));
    },
  });
  const second = host.read(file, { signal: waiting.signal });
  await expect(second).rejects.toThrow('not now');
  running.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  await vi.waitFor(() => expect(isAlive(id)).toBe(false), { timeout: 2000 });
  expect(id).toBeGreaterThan(0);
});

test('time and memory have limits', async () => {
  const file = await slowFile('limits.pdf');
  const slow = openHost({ time: { perFile: 250, perPage: 0 } });
  await expect(slow.read(file)).rejects.toMatchObject({ code: 'document-takes-too-long' });
  const small = openHost({ memory: { heapBytes: 500_000_000, bytes: 90_000_000 } });
  await expect(small.read(file)).rejects.toMatchObject({
    code: 'document-needs-too-much-memory',
    params: { bytes: 90_000_000 },
  });
  const rows = await files.write('rows.csv', `a;b\n${'1 234,56;x\n'.repeat(400_000)}`);
  const narrow = openHost({ memory: { heapBytes: 40_000_000, bytes: 2_000_000_000 } });
  await expect(narrow.read(rows)).rejects.toMatchObject({ code: 'document-needs-too-much-memory' });
});

test('a file of 200 MB is refused at once when it is nothing, and one over the limit by its size', async () => {
  const file = await files.write('huge.pdf', '');
  await truncate(file.path, 200 * 1024 ** 2);
  const host = openHost();
  const start = performance.now();
  await expect(host.read(file)).rejects.toMatchObject({ code: 'document-not-as-named' });
  await truncate(file.path, 400 * 1024 ** 2);
  await expect(host.read(file)).rejects.toMatchObject({
    code: 'document-too-large',
    params: { what: 'document-bytes' },
  });
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('it reads the path that it was given: no link, no folder, nothing that has gone', async () => {
  const host = openHost();
  const file = await files.write('target.txt', 'Words in another place.');
  const path = join(files.folder, 'link.txt');
  await symlink(file.path, path);
  await expect(host.read({ ...file, path })).rejects.toMatchObject({ code: 'document-is-link' });
  for (const gone of [files.folder, join(files.folder, 'gone.txt')]) {
    await expect(host.read({ ...file, path: gone })).rejects.toMatchObject({ code: 'document-file-gone' });
  }
  await expect(host.read(await files.write('empty.txt', ''))).rejects.toMatchObject({ code: 'document-empty' });
});

test('the process knows none of the keys of the server, writes no file, and ends when it is idle', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
  const script = new URL('testing/telling-host.ts', import.meta.url);
  const host = openHost({ script, idleAfter: 50 });
  const { unread } = await host.read({ source: 'a', path: files.folder, modified: 0 });
  const id = host.process();
  expect(unread[0]?.source).not.toMatch(/KEY|SECRET|TOKEN|JACQUARD/);
  expect(unread[1]?.source).toBe('ERR_ACCESS_DENIED');
  await vi.waitFor(() => expect(isAlive(id)).toBe(false), { timeout: 2000 });
  vi.unstubAllEnvs();
});
