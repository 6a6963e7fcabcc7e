import type { RunServices } from '@jacquard/executor';
import { Problem, type FileValue, type Message } from '@jacquard/flow';
import type {
  EmbeddingsService,
  FileService,
  Fetch,
  ProviderService,
  RecordingService,
  SandboxService,
  SessionService,
} from '@jacquard/node-kit';
import type { Knowledge } from '@jacquard/knowledge';
import type { FileHolder, Space, Stores } from '@jacquard/stores';
import type { KnowledgeDesk } from './knowledge/knowledge-desk.ts';
import { createKnowledgeService } from './knowledge/knowledge-service.ts';
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
  readonly knowledge: Knowledge;
  readonly sandbox: SandboxService;
  readonly desk: KnowledgeDesk;
  readonly recordings: RecordingService;
}

type RunOfServices = Parameters<RunServices['services']>[0];

/** What a space lends to the steps of its runs. */
export function createRunServices(sources: ServiceSources): RunServices {
  const { fetch, models, providers, embeddings, knowledge, desk, recordings, sandbox } = sources;
  return {
    services(run) {
      const files = filesOf(sources, run);
      return {
        fetch,
        providers,
        embeddings,
        files,
        models: models.service(() => sources.defaultOf(run.runId)),
        sessions: sessionsOf(sources, run),
        knowledge: createKnowledgeService(desk, knowledge, files),
        recordings,
        sandbox,
      };
    },
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
      if (run.history !== undefined) return run.history;
      if (run.sessionId === undefined) return [];
      const path = await stores.sessions.path(space, run.sessionId, run.parentMessageId);
      return path.map(({ role, content }) => ({ role, content }));
    },
  };
}
