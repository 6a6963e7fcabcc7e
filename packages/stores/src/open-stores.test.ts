import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openStores } from './open-stores.ts';
import { createMemoryStores, storesConformance } from './testing/index.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** A home that was opened once: copying it is quicker than making its tables for each test. */
const empty = mkdtempSync(join(tmpdir(), 'jacquard-empty-home-'));

beforeAll(async () => {
  const stores = await openStores({ home: empty });
  await stores.close();
});

afterAll(() => rmSync(empty, { recursive: true, force: true }));

function emptyHome(): string {
  const home = temporaryFolder();
  cpSync(empty, home, { recursive: true });
  return home;
}

storesConformance('in memory', async () => createMemoryStores());
storesConformance('in a home', async () => await openStores({ home: emptyHome() }));
storesConformance(
  'with a project folder',
  async () => await openStores({ home: emptyHome(), projectFolder: temporaryFolder() }),
);
