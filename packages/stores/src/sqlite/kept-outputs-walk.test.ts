import { expect, test } from 'vitest';
import { composeStores } from '../compose-stores.ts';
import { createContentInMemory } from '../content/content-in-memory.ts';
import { createSecretKeyInMemory } from '../secrets/secret-key.ts';
import { endedRun } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createDatabase } from './database.ts';
import { createKeptOutputsWalk } from './kept-outputs-walk.ts';

test('removes what runs that are gone had kept, and visits what the others have', async () => {
  const database = createDatabase({ file: ':memory:' });
  const stores = composeStores({
    database,
    content: createContentInMemory(),
    secretKey: createSecretKeyInMemory(),
    placeOfKnowledge: () => ({ folder: temporaryFolder(), isOwn: true }),
    now: Date.now,
  });
  for (const id of ['gone', 'there']) {
    await endedRun(stores, 'main', id);
    const entries = Array.from({ length: 700 }, (_, index) => ({
      key: `${id}-${index}`,
      runId: id,
      outputs: { n: 1 },
    }));
    await stores.values.keep('main', entries);
  }
  await stores.runs.delete('main', 'gone');
  const walk = createKeptOutputsWalk(database);
  let bytes = 0;
  await walk('main', (runId, size) => {
    expect(runId).toBe('there');
    bytes += size;
  });
  expect(bytes).toBe(700 * '{"n":1}'.length);
  expect(database.prepare<{ rows: number }>('select count(*) as rows from kept_outputs').get()).toEqual({ rows: 700 });
  await stores.close();
});
