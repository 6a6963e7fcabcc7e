import { composeStores } from '../compose-stores.ts';
import type { Content } from '../content/content.ts';
import { createContentInMemory } from '../content/content-in-memory.ts';
import type { Stores } from '../interfaces.ts';
import { createSecretKeyInMemory } from '../secrets/secret-key.ts';
import { createDatabase } from '../sqlite/database.ts';

/** Stores that touch no disk, for tests: the real statements on a database in memory. */
export function createMemoryStores(options: { readonly now?: () => number; readonly content?: Content } = {}): Stores {
  return composeStores({
    database: createDatabase({ file: ':memory:' }),
    content: options.content ?? createContentInMemory(),
    secretKey: createSecretKeyInMemory(),
    now: options.now ?? Date.now,
  });
}
