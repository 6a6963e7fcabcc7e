import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { composeStores } from './compose-stores.ts';
import { createContentFolder } from './content/content-folder.ts';
import { fileProblem } from './file-problem.ts';
import { createFlowTestFiles } from './flow-tests/flow-test-files.ts';
import { openFlowTestFiles } from './flow-tests/open-flow-test-files.ts';
import type { Stores } from './interfaces.ts';
import { ownPlace } from './knowledge/knowledge-place.ts';
import { findProjectFolder, folderSpace, openProjectFolder } from './project-folder/open-project-folder.ts';
import { createSecretKeyFile } from './secrets/secret-key.ts';
import { openDatabase, type Durability } from './sqlite/database.ts';

export interface OpenStoresOptions {
  /** The folder of everything that Jacquard keeps; made if it isn't there. */
  readonly home: string;
  /** A folder whose `*.flow.json` and `*.knowledge.json` files are the flows and knowledge bases of the space `main`. */
  readonly projectFolder?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
  readonly durability?: Durability | undefined;
  /** Milliseconds to wait for another process's lock before `store-locked`; 5,000 unless told. */
  readonly patience?: number | undefined;
}

/**
 * Opens the stores of a home: `jacquard.db`, `files/`, `knowledge/` and, once there is a secret, `secret.key`. Several processes may
 * have the same home open. Throws what `openDatabase` throws; what is there is then left as it is.
 */
export async function openStores(options: OpenStoresOptions): Promise<Stores> {
  const { home, now = Date.now, durability, patience } = options;
  const folder = options.projectFolder === undefined ? undefined : findProjectFolder(options.projectFolder);
  const file = join(home, 'jacquard.db');
  await makePrivate(home, file);
  const database = await openDatabase({ file, durability, patience });
  return composeStores({
    database,
    content: createContentFolder(join(home, 'files')),
    secretKey: createSecretKeyFile(join(home, 'secret.key')),
    placeOfKnowledge: (space) =>
      folder !== undefined && space === folderSpace ? { folder, isOwn: false } : ownPlace(home, space),
    now,
    ...(folder === undefined
      ? {}
      : {
          folderOfFlows: (space) => (space === folderSpace ? folder : ''),
          wrapFlows: (flows, holdings) => openProjectFolder(database, holdings, folder, flows),
          wrapFlowTests: (tests) => openFlowTestFiles(createFlowTestFiles(database, folder), tests),
        }),
  });
}

/** Makes the folder and the database's file if they aren't there, readable by their owner alone. */
async function makePrivate(home: string, file: string): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileProblem(error, home);
  }
  try {
    const handle = await open(file, 'a', 0o600);
    await handle.close();
  } catch (error) {
    throw fileProblem(error, file);
  }
}
