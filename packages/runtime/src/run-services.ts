import type { RunServices } from '@jacquard/executor';
import { Problem, type FileValue, type Message } from '@jacquard/flow';
import type {
  EmbeddingsService,
  FileService,
  Fetch,
  KnowledgeService,
  ProviderService,
  SessionService,
} from '@jacquard/node-kit';
import type { FileHolder, Space, Stores } from '@jacquard/stores';
import type { ModelShelf } from './model-shelf.ts';
import { largestFile } from './project-files.ts';

export interface ServiceSources {
  readonly space: Space;
  readonly stores: Stores;
  readonly fetch: Fetch;
  readonly models: ModelShelf;
  /** What `default` stands for in a run. */
  defaultOf(runId: string): string | undefined;
  readonly providers: ProviderService;
  readonly embeddings: EmbeddingsService;
  readonly knowledge: KnowledgeService;
}

type RunOfServices = Parameters<RunServices['services']>[0];

/** What a space lends to the steps of its runs. */
export function createRunServices(sources: ServiceSources): RunServices {
  const { fetch, models, providers, embeddings, knowledge } = sources;
  return {
    services: (run) => ({
      fetch,
      providers,
      embeddings,
      knowledge,
      models: models.service(() => sources.defaultOf(run.runId)),
      files: filesOf(sources, run),
      sessions: sessionsOf(sources, run),
    }),
  };
}

function filesOf({ stores, space }: ServiceSources, run: RunOfServices): FileService {
  const holders: readonly FileHolder[] = [
    { kind: 'run', id: run.runId },
    { kind: 'flow', id: run.flowId },
  ];
  return {
    async read({ file, name }: FileValue) {
      for (const holder of holders) {
        const bytes = await stores.files.read(space, holder, file);
        if (bytes !== undefined) return bytes;
      }
      throw new Problem('file-not-found', { name: name });
    },
    write: (bytes, about) => stores.files.put(space, { kind: 'run', id: run.runId }, about, once(bytes), largestFile),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function sessionsOf({ stores, space }: ServiceSources, run: RunOfServices): SessionService {
  return {
    async history(): Promise<readonly Message[]> {
      if (run.sessionId === undefined) return [];
      const path = await stores.sessions.path(space, run.sessionId, run.parentMessageId);
      return path.map(({ role, content }) => ({ role, content }));
    },
  };
}
