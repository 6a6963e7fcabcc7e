import { realpathSync, statSync } from 'node:fs';
import { Problem } from '@jacquard/flow';
import { isFileError } from '../is-file-error.ts';
import type { FlowStore, Space } from '../interfaces.ts';
import type { Database } from '../sqlite/database.ts';
import type { FlowHoldings } from '../sqlite/flow-holdings.ts';
import { sweepTemporaryFiles } from './flow-file-writer.ts';
import { createProjectFolderFlows } from './project-folder-flows.ts';

/** The space whose flows are the folder's files. */
export const folderSpace: Space = 'main';

/** The real path of a project folder; `project-folder-not-found` when there is no such folder. */
export function findProjectFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    if (!isFileError(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP')) throw error;
  }
  throw new Problem('project-folder-not-found', { folder });
}

/** Flows of the space `main` come from the folder, those of others from the database. @param folder A real path. */
export function openProjectFolder(
  database: Database,
  holdings: FlowHoldings,
  folder: string,
  others: FlowStore,
): { readonly flows: FlowStore; readonly close: () => void } {
  const inFolder = createProjectFolderFlows(database, holdings, folder);
  const of = (space: Space): FlowStore => (space === folderSpace ? inFolder : others);
  void sweepTemporaryFiles(folder);
  const flows: FlowStore = {
    list: async (space) => await of(space).list(space),
    get: async (space, id) => await of(space).get(space, id),
    create: async (space, document, options) => await of(space).create(space, document, options),
    save: async (space, id, document, expected, options) =>
      await of(space).save(space, id, document, expected, options),
    consent: async (space, id, reaches) => await of(space).consent(space, id, reaches),
    delete: async (space, id, expected) => await of(space).delete(space, id, expected),
    watch: (space, listener) => of(space).watch(space, listener),
  };
  return { flows, close: () => inFolder.close() };
}
