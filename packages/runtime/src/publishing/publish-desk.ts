import {
  compareInterfaces,
  createFlowInterfaces,
  flowInterface,
  Problem,
  type Descriptors,
  type FlowDocument,
  type FlowInterface,
  type Issue,
  type JsonValue,
} from '@jacquard/flow';
import type { Resolver } from '@jacquard/executor';
import type { CreatePublication, Publication, PublicationList, PublishPreview } from '@jacquard/protocol';
import {
  digestOfFrozen,
  isLabel,
  type FrozenVersion,
  type PublicationStore,
  type Space,
  type StoredLabel,
  type VersionStore,
} from '@jacquard/stores';
import type { FileDesk } from '../file-desk.ts';
import type { FlowDesk } from '../flow-desk.ts';
import type { VersionDesk } from '../version-desk.ts';
import { checkFrozen } from './check-frozen.ts';
import { freezeFlow, type FrozenFlow } from './freeze-flow.ts';
import { createFrozenCache } from './frozen-cache.ts';
import { publicationList } from './publication-list.ts';

export interface PublishSources {
  readonly space: Space;
  readonly publications: PublicationStore;
  readonly store: VersionStore;
  readonly desk: FlowDesk;
  readonly versions: VersionDesk;
  readonly files: Pick<FileDesk, 'holdForFlow'>;
  readonly resolver: Pick<Resolver, 'file'>;
  readonly descriptors: Descriptors;
  secrets(): ReadonlySet<string>;
  /** Flows are files, which are what is published. */
  readonly isProject: boolean;
}

/** What a call to a flow runs. In a project folder, `number` and `flows` are absent: the files are what is published. */
export interface ResolvedFlow {
  readonly flowId: string;
  readonly number: number | undefined;
  readonly document: FlowDocument;
  /** Its sub-flows as they were published with it. */
  readonly flows: Readonly<Record<string, FlowDocument>> | undefined;
}

/** `draft`, the number of a published version, a label, or undefined: the version that was published last. */
export type VersionName = number | string | undefined;

/** Publishes a space's flows: what their callers get, by number, by label or by nothing. */
export class PublishDesk {
  readonly #sources: PublishSources;
  readonly #cache: ReturnType<typeof createFrozenCache>;
  readonly #listeners = new Set<(flowId: string) => void>();

  constructor(sources: PublishSources) {
    this.#sources = sources;
    this.#cache = createFrozenCache((document) => sources.desk.parse(document));
  }

  /** Calls back when what callers of a flow get has changed. Returns the unsubscriber. */
  onChange(listener: (flowId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The published versions and the labels; throws `flow-not-found`. */
  async list(flowId: string): Promise<PublicationList> {
    const { desk, publications, store, space, isProject } = this.#sources;
    await desk.get(flowId);
    if (isProject) return { publications: [], labels: [], isFolder: true };
    const [published, labels, versions] = await Promise.all([
      publications.list(space, flowId),
      publications.labels(space, flowId),
      store.list(space, flowId),
    ]);
    return publicationList(published, labels, versions);
  }

  /**
   * What a call runs, with documents of this server's node types. Throws `not-published`, `version-not-found` (for anything but the
   * file in a project folder, too), `version-not-published`, `label-not-found`.
   */
  async resolve(flowId: string, version: VersionName): Promise<ResolvedFlow> {
    const { desk, publications, space, isProject } = this.#sources;
    if (isProject || version === 'draft') {
      if (version !== undefined && version !== 'draft')
        throw new Problem('version-not-found', { id: flowId, version: String(version) });
      const { document } = await desk.runnable(flowId);
      return { flowId, number: undefined, document, flows: undefined };
    }
    const { number, digest } = await this.#find(flowId, version);
    const frozen = await this.#cache.get(digest, () => publications.read(space, flowId, number));
    return { flowId, number, ...frozen };
  }

  /** What callers of a version give and get, and its document; `draft` is the flow as it is saved. Throws what `resolve` throws. */
  async interface(
    flowId: string,
    version: VersionName,
  ): Promise<FlowInterface & Pick<ResolvedFlow, 'number' | 'document'>> {
    const { document, flows, number } = await this.resolve(flowId, version);
    const known = flows ?? Object.fromEntries(await this.#sources.desk.subFlows(document));
    return { ...this.#interfaceOf({ document, flows: known }), number, document };
  }

  /** What publishing would change for callers of the version that they get now, and what keeps the flow from being published. */
  async preview(flowId: string, number?: number): Promise<PublishPreview> {
    const { publications, space } = this.#sources;
    this.#requireStore(flowId);
    const next = await this.#candidate(flowId, number);
    const [current] = await publications.list(space, flowId);
    const issues = this.#issuesOf(next);
    if (current === undefined) return { changes: [], issues };
    const before = await this.#cache.get(current.digest, () => publications.read(space, flowId, current.number));
    const changes = compareInterfaces(this.#interfaceOf(before), this.#interfaceOf(next));
    const isSame = digestOfFrozen(next) === current.digest;
    return { changes: [...changes], issues, against: current.number, ...(isSame && { isSame }) };
  }

  /**
   * Publishes the flow as it is saved, or a version: an older one is a roll-back. From then on calls that name no version get it.
   * Throws `flow-has-issues`, `version-not-found`, `publishing-in-folder`.
   */
  async publish(flowId: string, { version, name, note, label }: CreatePublication): Promise<Publication> {
    const { publications, versions, files, space } = this.#sources;
    this.#requireStore(flowId);
    if (label !== undefined) requireLabel(label);
    const next = await this.#candidate(flowId, version);
    const issues = this.#issuesOf(next);
    if (issues.length > 0)
      throw new Problem('flow-has-issues', {
        id: flowId,
        count: issues.length,
        issues: issues as unknown as JsonValue,
      }); // boundary: issues are JSON
    const number = version ?? (await this.#keep(flowId, next, { name, note }));
    if (version !== undefined && (name !== undefined || note !== undefined))
      await versions.describe(flowId, version, { name, note });
    await files.holdForFlow(flowId, next.files);
    await publications.publish(space, flowId, number, next);
    if (label !== undefined) await publications.setLabel(space, flowId, label, number);
    this.#tell(flowId);
    const { publications: list } = await this.list(flowId);
    const published = list.find((one) => one.number === number);
    if (published === undefined) throw new Problem('version-not-published', { id: flowId, version: String(number) });
    return published;
  }

  /** Throws `version-labelled` while a label names it. */
  async withdraw(flowId: string, number: number): Promise<void> {
    this.#requireStore(flowId);
    await this.#sources.publications.withdraw(this.#sources.space, flowId, number);
    this.#tell(flowId);
  }

  /** Makes or moves a label; throws `label-invalid`, `version-not-published`, `too-many-labels`. */
  async setLabel(flowId: string, label: string, number: number): Promise<StoredLabel> {
    this.#requireStore(flowId);
    requireLabel(label);
    return await this.#sources.publications.setLabel(this.#sources.space, flowId, label, number);
  }

  async removeLabel(flowId: string, label: string): Promise<void> {
    this.#requireStore(flowId);
    await this.#sources.publications.removeLabel(this.#sources.space, flowId, label);
  }

  #tell(flowId: string): void {
    for (const listener of this.#listeners) listener(flowId);
  }

  #requireStore(flowId: string): void {
    if (this.#sources.isProject) throw inFolder(flowId);
  }

  async #find(flowId: string, version: VersionName) {
    const { publications, desk, space } = this.#sources;
    try {
      return await publications.find(space, flowId, version);
    } catch (error) {
      await desk.get(flowId);
      throw error;
    }
  }

  /** What would be published: of a version that is or was, what was frozen then. */
  async #candidate(flowId: string, number: number | undefined): Promise<FrozenFlow> {
    const { desk, versions, publications, space } = this.#sources;
    if (number === undefined) {
      const { document } = await desk.runnable(flowId);
      return await this.#freeze(flowId, document);
    }
    const { document } = await versions.get(flowId, number);
    const published = (await publications.list(space, flowId)).find((one) => one.number === number);
    if (published === undefined) return await this.#freeze(flowId, document);
    const frozen = await this.#cache.get(published.digest, () => publications.read(space, flowId, number));
    return { ...frozen, files: [], source: document };
  }

  async #freeze(flowId: string, document: FlowDocument): Promise<FrozenFlow> {
    const { desk, descriptors, resolver } = this.#sources;
    const flow = async (id: string): Promise<FlowDocument | undefined> => await desk.find(id);
    return await freezeFlow({ descriptors, resolver, flow }, flowId, document);
  }

  /** The number of the version that holds this state: the newest, if it does and wasn't published with other sub-flows. */
  async #keep(
    flowId: string,
    next: FrozenFlow,
    words: { readonly name?: string | undefined; readonly note?: string | undefined },
  ): Promise<number> {
    const { store, versions, publications, space } = this.#sources;
    const { source: document } = next;
    const [newest] = await store.list(space, flowId);
    const kept = newest && (await store.get(space, flowId, newest.number));
    const frozen = newest && (await publications.digest(space, flowId, newest.number));
    const isFree = frozen === undefined || frozen === digestOfFrozen(next);
    if (newest !== undefined && isFree && JSON.stringify(kept?.document) === JSON.stringify(document)) {
      if (words.name !== undefined || words.note !== undefined) await versions.describe(flowId, newest.number, words);
      return newest.number;
    }
    const added = await store.add(space, flowId, { document, reason: 'saved', ...words });
    if (added === undefined) throw new Problem('version-not-found', { id: flowId, version: '' }, { kind: 'bug' });
    return added.number;
  }

  #issuesOf(frozen: FrozenVersion): Issue[] {
    const { descriptors, secrets } = this.#sources;
    return checkFrozen(frozen, descriptors, secrets());
  }

  #interfaceOf({ document, flows }: FrozenVersion): FlowInterface {
    const { descriptors } = this.#sources;
    const interfaceOf = createFlowInterfaces((id) => (Object.hasOwn(flows, id) ? flows[id] : undefined), descriptors);
    return flowInterface(document, descriptors, { flowInterface: interfaceOf });
  }
}

function inFolder(id: string): Problem {
  return new Problem('publishing-in-folder', { id });
}

function requireLabel(label: string): void {
  if (!isLabel(label)) throw new Problem('label-invalid', { label: label.slice(0, 60) });
}
