import { Problem } from '@jacquard/flow';
import type { ChatModel, ChatUsage, EmbeddingsModel, EmbeddingsService } from '@jacquard/node-kit';
import type { KeyLedger } from '../access/key-ledger.ts';
import { callerOf, mayDo, type Principal } from '../access/principal.ts';
import type { ModelShelf } from '../model-shelf.ts';

/** The embeddings that come along, as callers may name them beside `default`. */
const builtInEmbeddings = 'universal-sentence-encoder-lite';

/** A call of a model that has been let in: `end` says what it used, however it ended. */
export interface ModelAdmission {
  end(usage: Pick<ChatUsage, 'inputTokens' | 'outputTokens'>): void;
}

export interface ModelCallSources {
  readonly models: Pick<ModelShelf, 'list' | 'service' | 'defaultModel'>;
  readonly embeddings: Pick<EmbeddingsService, 'open'>;
  /** Keeps keys within their limits. */
  readonly ledger: Pick<KeyLedger, 'admit'>;
}

/** A local model that can be asked. */
export interface CallableModel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'chat' | 'embeddings';
}

/** The way from a caller to this machine's models, without a flow between: the OpenAI-compatible API goes through here. */
export class ModelCallDesk {
  readonly #sources: ModelCallSources;

  constructor(sources: ModelCallSources) {
    this.#sources = sources;
  }

  /** What is installed, and `default`. Nothing for those who may not use models. */
  async list(principal: Principal): Promise<readonly CallableModel[]> {
    if (!mayDo(principal, 'models')) return [];
    const { models, defaultModel } = await this.#sources.models.list();
    const installed = models.flatMap(({ id, name, kind, state }) =>
      state === 'installed' && (kind === 'chat' || kind === 'embeddings') ? [{ id, name, kind }] : [],
    );
    const chosen = installed.find(({ id }) => id === defaultModel);
    return [
      ...(chosen === undefined ? [] : [{ ...chosen, id: 'default' }]),
      ...installed,
      { id: builtInEmbeddings, name: 'Universal Sentence Encoder (lite)', kind: 'embeddings' },
    ];
  }

  /** Throws `model-unknown` (to those who may not use models, too), `model-not-installed`, `model-not-for-this`. */
  async chat(principal: Principal, name: string, signal: AbortSignal): Promise<ChatModel> {
    const id = await this.#find(principal, name, 'chat');
    return this.#sources.models.service(() => undefined).chat(id, {}, signal);
  }

  /** `default`: those that come along. Throws as `chat`, and `embeddings-unavailable`. */
  async embeddings(principal: Principal, name: string, signal: AbortSignal): Promise<EmbeddingsModel> {
    const isBuiltIn = name === 'default' || name === builtInEmbeddings;
    if (isBuiltIn && mayDo(principal, 'models')) return this.#sources.embeddings.open('default', signal);
    return this.#sources.embeddings.open(await this.#find(principal, name, 'embeddings'), signal);
  }

  /** Lets a call in within the caller's limits; throws `limit-reached`. Local models cost nothing. */
  async admit(principal: Principal): Promise<ModelAdmission> {
    const { end } = await this.#sources.ledger.admit(principal);
    return { end: ({ inputTokens = 0, outputTokens = 0 }) => end({ tokens: inputTokens + outputTokens, cost: 0 }) };
  }

  /** For whom local models take turns: all calls of one caller are one run's. */
  turnOf(principal: Principal): string {
    return `caller ${callerOf(principal) ?? 'operator'}`;
  }

  async #find(principal: Principal, name: string, wanted: CallableModel['kind']): Promise<string> {
    if (!mayDo(principal, 'models')) throw new Problem('model-unknown', { model: name });
    const id = name === 'default' ? await this.#sources.models.defaultModel() : name;
    const { models } = await this.#sources.models.list();
    const model = models.find((one) => one.id === id);
    if (model === undefined) throw new Problem('model-unknown', { model: name });
    if (model.state !== 'installed') throw new Problem('model-not-installed', { model: model.name });
    if (model.kind !== wanted) throw new Problem('model-not-for-this', { model: model.name, kind: model.kind });
    return id;
  }
}
