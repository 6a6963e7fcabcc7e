import { Problem, type FlowDocument } from '@jacquard/flow';
import type { FlowStore, SaveOptions, Space, StoredFlow, StoredVersion, VersionStore } from '@jacquard/stores';
import type { CreateVersion, PatchVersion } from '@jacquard/protocol';
import type { FlowDesk } from './flow-desk.ts';
import type { LogLine } from './log-line.ts';

export interface VersionSources {
  readonly space: Space;
  readonly flows: FlowStore;
  readonly versions: VersionStore;
  readonly desk: Pick<FlowDesk, 'get' | 'parse'>;
  readonly log: LogLine;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
}

/** A flow that lay still so long, in milliseconds, is worked on anew: what it was like before is kept. */
const pause = 30 * 60_000;
/** In long work a state is kept each hour. */
const interval = 60 * 60_000;

/** The versions of a space's flows: kept by people, and by themselves before something takes their place. */
export class VersionDesk {
  readonly #sources: VersionSources;

  constructor(sources: VersionSources) {
    this.#sources = sources;
  }

  async list(flowId: string): Promise<readonly StoredVersion[]> {
    const { desk, versions, space } = this.#sources;
    await desk.get(flowId);
    return await versions.list(space, flowId);
  }

  /** A version with its document as this server's node types have it. Throws `flow-not-found`, `version-not-found`. */
  async get(flowId: string, number: number): Promise<StoredVersion & { readonly document: FlowDocument }> {
    const { desk, versions, space } = this.#sources;
    await desk.get(flowId);
    const version = await versions.get(space, flowId, number);
    if (version === undefined) throw new Problem('version-not-found', { id: flowId, version: String(number) });
    return { ...version, document: desk.parse(version.document) };
  }

  /** Keeps the flow as it is saved, or the document that is given. Undefined when a merge's state is kept already. */
  async keep(
    flowId: string,
    { document, reason = 'saved', name, note }: CreateVersion,
  ): Promise<StoredVersion | undefined> {
    const { desk, versions, space } = this.#sources;
    const flow = await desk.get(flowId);
    const kept = document === undefined ? readable(flow) : desk.parse(document);
    return await versions.add(space, flowId, { document: kept, reason, name, note: note === '' ? undefined : note });
  }

  async describe(flowId: string, number: number, { name, note }: PatchVersion): Promise<StoredVersion> {
    const { versions, space } = this.#sources;
    return await versions.describe(space, flowId, number, { name, note: note === '' ? null : note });
  }

  async delete(flowId: string, number: number): Promise<void> {
    const { versions, space } = this.#sources;
    await versions.delete(space, flowId, number);
  }

  /** Puts a version in the flow's place, if that is still at the revision `expected`; what it takes the place of is kept. */
  async restore(flowId: string, number: number, expected: string): Promise<StoredFlow> {
    const { desk, flows, versions, space } = this.#sources;
    const { document } = await this.get(flowId, number);
    const before = await desk.get(flowId);
    const saved = await flows.save(space, flowId, document, expected);
    if (before.broken === undefined)
      await versions.add(space, flowId, { document: before.document, reason: 'restore' });
    return saved;
  }

  /**
   * Saves a flow. Where its last state lay still for half an hour, or stood for an hour of work, that state is kept. What can't
   * be kept hinders no save.
   */
  async save(flowId: string, document: FlowDocument, expected: string, options?: SaveOptions): Promise<StoredFlow> {
    const { flows, space, log } = this.#sources;
    const before = await flows.get(space, flowId);
    const saved = await flows.save(space, flowId, document, expected, options);
    const isNext = before !== undefined && before.revision !== saved.revision;
    if (isNext) {
      await this.#keepOld(before).catch((error: unknown) =>
        log('warn', 'a version could not be kept', { flowId, error }),
      );
    }
    return saved;
  }

  async #keepOld(before: StoredFlow): Promise<void> {
    const { versions, space, now = Date.now } = this.#sources;
    if (before.broken !== undefined || Object.keys(before.document.nodes).length === 0) return;
    const [newest] = await versions.list(space, before.id);
    const wasLeft = now() - before.updatedAt >= pause;
    if (wasLeft || newest === undefined || now() - newest.createdAt >= interval) {
      await versions.add(space, before.id, { document: before.document, reason: 'session' });
    }
  }
}

function readable({ id, broken, document }: StoredFlow): FlowDocument {
  if (broken !== undefined) throw new Problem('flow-broken', { id, file: `${id}.flow.json` });
  return document;
}
