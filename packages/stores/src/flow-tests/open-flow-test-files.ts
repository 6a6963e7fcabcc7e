import type { Space } from '../interfaces.ts';
import { folderSpace } from '../project-folder/open-project-folder.ts';
import type { FlowTestStore } from './flow-test-store.ts';

/** Tests of the space `main` come from the folder, those of others from the database. */
export function openFlowTestFiles(inFolder: FlowTestStore, others: FlowTestStore): FlowTestStore {
  const of = (space: Space): FlowTestStore => (space === folderSpace ? inFolder : others);
  return {
    list: async (space, flowId) => await of(space).list(space, flowId),
    get: async (space, id) => await of(space).get(space, id),
    create: async (space, flowId, id, texts) => await of(space).create(space, flowId, id, texts),
    save: async (space, id, texts, expected) => await of(space).save(space, id, texts, expected),
    delete: async (space, id, expected) => await of(space).delete(space, id, expected),
    results: async (space, id) => await of(space).results(space, id),
    keepResults: async (space, id, results) => await of(space).keepResults(space, id, results),
    dropResults: async (space, id, cases) => await of(space).dropResults(space, id, cases),
  };
}
