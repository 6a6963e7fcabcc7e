import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { askedIn, upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest, type ServerUnderTest } from './server-under-test.ts';

const bases = '/api/v1/knowledge-bases';

const ends: readonly (readonly [how: string, end: (server: ServerUnderTest, file: string) => Promise<unknown>])[] = [
  [
    'with a file that can’t be read',
    (server, file) => {
      writeFileSync(file, '{');
      return server.ask(`${bases}/open`, { method: 'DELETE' });
    },
  ],
  [
    'outside of Jacquard',
    async ({ home }, file) => {
      for (const path of [file, join(home, 'knowledge/main/open')]) rmSync(path, { recursive: true });
    },
  ],
];

test.each(ends)(
  'a new base finds nothing of one of its name that was deleted %s',
  { timeout: 60_000 },
  async (_, end) => {
    const server = await startUnderTest();
    await server.ask(bases, { method: 'POST', body: { name: 'Open' } });
    await upload(server.ask, `${bases}/open/files?path=a.txt`, 'a.txt', 'La combinaison du coffre est 4711.');
    await vi.waitFor(async () => expect(await askedIn(server.ask, 'open', 'coffre')).toContain('4711'), {
      timeout: 40_000,
      interval: 50,
    });
    await end(server, join(server.home, 'knowledge/main/open.knowledge.json'));
    const made = await server.ask(bases, { method: 'POST', body: { name: 'Open' } });
    expect([made.status, made.json['id']]).toEqual([201, 'open']);
    expect(await askedIn(server.ask, 'open', 'combinaison coffre')).not.toContain('4711');
  },
);
