import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeStores } from '../compose-stores.ts';
import type { Content } from '../content/content.ts';
import { createContentInMemory } from '../content/content-in-memory.ts';
import type { Stores } from '../interfaces.ts';
import { ownPlace } from '../knowledge/knowledge-place.ts';
import { createSecretKeyInMemory } from '../secrets/secret-key.ts';
import { createDatabase } from '../sqlite/database.ts';

/**
 * Stores that touch no disk, for tests: the real statements on a database in memory. Knowledge bases are files, in a temporary
 * folder that is made with the first and goes at `close`.
 */
export function createMemoryStores(options: { readonly now?: () => number; readonly content?: Content } = {}): Stores {
  const folder = join(realpathSync(tmpdir()), `jacquard-memory-stores-${randomUUID()}`);
  const stores = composeStores({
    database: createDatabase({ file: ':memory:' }),
    content: options.content ?? createContentInMemory(),
    secretKey: createSecretKeyInMemory(),
    placeOfKnowledge: (space) => ownPlace(folder, space),
    now: options.now ?? Date.now,
  });
  return {
    ...stores,
    async close() {
      await stores.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
