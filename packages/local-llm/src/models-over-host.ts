import type { ModelHost } from './host/model-host.ts';
import { createLocalChatModel } from './local-chat-model.ts';
import { createLocalEmbeddings } from './local-embeddings.ts';
import type { LocalLog } from './local-log.ts';
import type { LocalModels } from './local-models.ts';
import { createLocalReranker } from './local-reranker.ts';
import { measureChat, measureEmbeddings } from './measure-speed.ts';
import type { ModelOpener } from './open-model.ts';

/** What models over the host stand on. */
export interface ModelsOverHostOptions {
  readonly host: ModelHost;
  readonly log: LocalLog;
  readonly opener: ModelOpener;
}

type ModelsOverHost = Pick<LocalModels, 'measure' | 'chat' | 'embeddings' | 'reranker' | 'hostState'>;

/** The part of local models that the host does, and how it stands. */
export function modelsOverHost({ host, log, opener }: ModelsOverHostOptions): ModelsOverHost {
  return {
    async measure(id, signal) {
      const { path, isForEmbeddings } = await opener.open(id, signal);
      return (isForEmbeddings ? measureEmbeddings : measureChat)({ ask: host.ask, path, signal });
    },
    async chat(id, settings, signal) {
      return createLocalChatModel({ host, settings, ...(await opener.open(id, signal)) });
    },
    async embeddings(id, signal) {
      const { path, sha256, name, languages } = await opener.open(id, signal);
      return createLocalEmbeddings({
        host,
        log,
        name,
        path,
        sha256,
        languages: languages.length > 0 ? languages : undefined,
      });
    },
    async reranker(id, signal) {
      return createLocalReranker({ host, ...(await opener.open(id, signal)) });
    },
    async hostState() {
      if (host.process() === undefined) return undefined;
      const reply = await host.ask({ type: 'state' });
      return reply.type === 'state-result' ? reply.state : undefined;
    },
  };
}
