import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { Knowledge } from '@jacquard/knowledge';
import type { EmbeddingsService } from '@jacquard/node-kit';
import type { Space, Stores } from '@jacquard/stores';
import type { Configuration } from '../configuration.ts';
import type { LogLine } from '../log-line.ts';
import { noEmbeddings, noKnowledge } from '../no-knowledge.ts';
import { KnowledgeDesk } from './knowledge-desk.ts';

/** Knowledge of one space, with what it holds open. */
export interface OpenKnowledge {
  readonly embeddings: EmbeddingsService;
  readonly knowledge: Knowledge;
  readonly desk: KnowledgeDesk;
  close(): Promise<void>;
}

export interface KnowledgeSources {
  readonly space: Space;
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly log: LogLine;
}

/** Opens what a space reads, builds and searches documents with. Nothing is loaded and no process started before it is needed. */
export function openKnowledge({ space, configuration, stores, log }: KnowledgeSources): OpenKnowledge {
  const knowledge = noKnowledge;
  const folderKey = folderKeyOf(space, configuration.projectFolder);
  const desk = new KnowledgeDesk({ space, store: stores.knowledge, knowledge, folderKey, log });
  return {
    embeddings: noEmbeddings,
    knowledge,
    desk,
    async close() {
      desk.close();
      await knowledge.close();
    },
  };
}

/** Indexes of all project folders and of the home lie together, whichever of them a process has open. */
function folderKeyOf(space: Space, projectFolder: string | undefined): string {
  if (projectFolder === undefined) return `home-${space}`;
  return `folder-${hash('sha256', realpathSync(projectFolder)).slice(0, 16)}-${space}`;
}
