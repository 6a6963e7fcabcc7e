import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbeddingsService, createKnowledge, type Knowledge } from '@jacquard/knowledge';
import type { LocalModels } from '@jacquard/local-llm';
import type { EmbeddingsService, Fetch } from '@jacquard/node-kit';
import type { Space, Stores } from '@jacquard/stores';
import type { Configuration } from '../configuration.ts';
import type { LogLine } from '../log-line.ts';
import { KnowledgeDesk } from './knowledge-desk.ts';

/** Knowledge of one space, with what it holds open. */
export interface OpenKnowledge {
  readonly embeddings: EmbeddingsService;
  readonly knowledge: Knowledge;
  readonly desk: KnowledgeDesk;
  close(): Promise<void>;
}

export interface KnowledgeSources {
  /** The guarded way out, for embeddings of a service. */
  readonly fetch: Fetch;
  readonly local: LocalModels;
  readonly space: Space;
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly log: LogLine;
}

/** Opens what a space reads, builds and searches documents with. Nothing is loaded and no process started before it is needed. */
export function openKnowledge({ space, configuration, stores, fetch, local, log }: KnowledgeSources): OpenKnowledge {
  const lines = {
    info: (fields: object, text: string) => log('info', text, { ...fields }),
    warn: (fields: object, text: string) => log('warn', text, { ...fields }),
  };
  const embeddings = createEmbeddingsService({ fetch, local, log: lines });
  const indexFolder = join(configuration.home, 'knowledge-index');
  const knowledge = createKnowledge({ indexFolder, embeddings, log: lines });
  const folderKey = folderKeyOf(space, configuration.projectFolder);
  const desk = new KnowledgeDesk({ space, store: stores.knowledge, knowledge, folderKey, log });
  return {
    embeddings,
    knowledge,
    desk,
    async close() {
      desk.close();
      for (const closed of await Promise.allSettled([knowledge.close(), embeddings.close()]))
        if (closed.status === 'rejected') log('warn', 'knowledge did not close cleanly', { error: closed.reason });
    },
  };
}

/** Indexes of all project folders and of the home lie together, whichever of them a process has open. */
function folderKeyOf(space: Space, projectFolder: string | undefined): string {
  if (projectFolder === undefined) return `home-${space}`;
  return `folder-${hash('sha256', realpathSync(projectFolder)).slice(0, 16)}-${space}`;
}
