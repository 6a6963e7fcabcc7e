import { createMemoryStores, storesConformance } from './testing/index.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { openStores } from './open-stores.ts';

storesConformance('in memory', async () => createMemoryStores());
storesConformance('in a home', async () => await openStores({ home: temporaryFolder() }));
storesConformance(
  'with a project folder',
  async () => await openStores({ home: temporaryFolder(), projectFolder: temporaryFolder() }),
);
