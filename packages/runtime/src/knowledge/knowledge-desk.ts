import {
  knowledgeDocumentSchema,
  knowledgeIdSchema,
  Problem,
  type KnowledgeDocument,
  type Passage,
  type ReadDocument,
} from '@jacquard/flow';
import type { Base, BaseContent, BuildOptions, Knowledge } from '@jacquard/knowledge';
import type { SearchOptions, SearchResult } from '@jacquard/node-kit';
import type { KnowledgeBaseState, KnowledgeSummary } from '@jacquard/protocol';
import {
  readKnowledgeFolder,
  type KnowledgeSource,
  type KnowledgeStore,
  type Space,
  type StoredKnowledge,
} from '@jacquard/stores';
import type { LogLine } from '../log-line.ts';
import { largestFile } from '../project-files.ts';
import { adoptKnowledge, type AdoptedKnowledge } from './adopt-knowledge.ts';
import { requireNoSending, sendsFromElsewhere } from './sends-from-elsewhere.ts';
import { createPacedWork, type PacedWork } from './paced-work.ts';
import { knowledgeFile, knowledgeSummary } from './knowledge-state.ts';

/** After a document came or went, this many milliseconds pass before building: they come in bunches. */
const settleTime = 300;
/** A base is told of so often at most: milliseconds. */
const tellInterval = 200;

/** What is told of a base that changed; without `base` it is gone. */
export interface KnowledgeChange {
  readonly id: string;
  readonly base?: KnowledgeSummary | undefined;
}

export interface KnowledgeDeskSources {
  readonly space: Space;
  readonly store: KnowledgeStore;
  readonly knowledge: Knowledge;
  /** Names the folder of the space's bases among all whose indexes lie together. Letters, digits and `-`. */
  readonly folderKey: string;
  readonly log: LogLine;
}

/** The knowledge bases of a space: their files from the store, their indexes from `knowledge`, and when they are built. */
export class KnowledgeDesk {
  readonly #sources: KnowledgeDeskSources;
  readonly #listeners = new Set<(change: KnowledgeChange) => void>();
  readonly #due = new Map<string, NodeJS.Timeout>();
  readonly #telling: PacedWork;
  #leave: (() => void) | undefined;

  constructor(sources: KnowledgeDeskSources) {
    this.#sources = sources;
    this.#telling = createPacedWork(tellInterval, (id) => this.#tell(id));
  }

  async list(): Promise<readonly KnowledgeSummary[]> {
    const { store, space } = this.#sources;
    return Promise.all((await store.list(space)).map((base) => this.#summarise(base)));
  }

  /** Throws `knowledge-not-found`. */
  async get(id: string): Promise<KnowledgeBaseState> {
    const base = await this.find(id);
    const summary = await this.#summarise(base);
    const files = base.broken === undefined ? await this.#base(id).files(await this.#content(base)) : [];
    const { revision, document } = base;
    return { ...summary, revision, document, files: files.map(knowledgeFile) };
  }

  /** A base as it is stored. Throws `knowledge-not-found`. */
  async find(id: string): Promise<StoredKnowledge> {
    const base = await this.#sources.store.get(this.#sources.space, id);
    if (base === undefined) throw new Problem('knowledge-not-found', { id: id.slice(0, 200) });
    return base;
  }

  /** A new base without documents, under an id made of the name. */
  async create(name: string): Promise<KnowledgeBaseState> {
    const document: KnowledgeDocument = { 'jacquard-knowledge': 1, name, sources: [], embeddings: 'default' };
    const { id } = await this.#sources.store.create(this.#sources.space, document);
    await this.#forget(id);
    return this.get(id);
  }

  /** Saves what a base is built from; throws `knowledge-changed`, and zod's error for what is no base. */
  async save(id: string, json: unknown, expected: string): Promise<KnowledgeBaseState> {
    const document = knowledgeDocumentSchema.parse(json);
    await this.#sources.store.save(this.#sources.space, id, document, expected);
    this.#buildSoon(id);
    return this.get(id);
  }

  /** Deletes a base and its index; in a project folder its documents stay. */
  async delete(id: string): Promise<void> {
    const { store, space } = this.#sources;
    await this.find(id);
    clearTimeout(this.#due.get(id));
    this.#due.delete(id);
    await this.#forget(id);
    await store.delete(space, id);
    this.#telling.ask(id);
  }

  /** Adds a document or takes the place of the one at that path, and builds soon after. Returns where it lies in the base. */
  async put(id: string, path: string, bytes: AsyncIterable<Uint8Array>, modified?: number): Promise<string> {
    const { store, space } = this.#sources;
    const { source } = await store.put(space, id, path, bytes, { maxBytes: largestFile, modified });
    this.#buildSoon(id);
    return source;
  }

  /**
   * Takes in the bases of a folder, which lie there as in a project folder, and returns the ids that they have here. Those that
   * the folder doesn't have are left out. What came from elsewhere (`imported`) isn't built before someone runs it.
   */
  async adopt(
    folder: string,
    ids: readonly string[],
    imported: boolean,
  ): Promise<ReadonlyMap<string, AdoptedKnowledge>> {
    const adopted = new Map<string, AdoptedKnowledge>();
    for (const id of ids) {
      const found = await readKnowledgeFolder(folder, id).catch((error: unknown) => {
        if (Problem.is(error) && error.code === 'knowledge-not-found') return undefined;
        throw error;
      });
      if (found === undefined) continue;
      const taken = await adoptKnowledge(this.#sources, { id, ...found }, imported);
      if (taken.isNew) await this.#forget(taken.id);
      adopted.set(id, taken);
      if (!imported) this.#buildSoon(taken.id);
    }
    return adopted;
  }

  async remove(id: string, source: string): Promise<void> {
    await this.#sources.store.remove(this.#sources.space, id, source);
    this.#buildSoon(id);
  }

  /**
   * Begins to build, and tries again what could not be read; how it goes is told by `onChange`. A base that came from elsewhere
   * and sends its texts to a service asks first: without `agreed`, `consent-needed`.
   */
  async build(id: string, agreed = false): Promise<void> {
    const base = await this.find(id);
    if (!agreed) requireNoSending(base);
    const content = await this.#content(base);
    this.#begin(id, this.#base(id).build(content, { retryFailed: true }));
  }

  async cancel(id: string): Promise<void> {
    await this.find(id);
    clearTimeout(this.#due.get(id));
    this.#due.delete(id);
    this.#base(id).cancel();
  }

  /** Builds what is missing or stale and waits for it. `signal` gives up waiting. Returns the base as it was built. */
  async ready(id: string, options: Pick<BuildOptions, 'signal' | 'retryFailed'> = {}): Promise<StoredKnowledge> {
    const base = await this.find(id);
    await this.#base(id).build(await this.#content(base), options);
    return base;
  }

  /** The index of a base: what nodes search. */
  indexOf(id: string): Base {
    return this.#base(id);
  }

  /**
   * The documents of a file as they were read, or the one at a path within an archive. Throws `file-not-found` for what the
   * base doesn't have or hasn't read.
   */
  async documents(id: string, source: string): Promise<readonly ReadDocument[]> {
    const file = await this.#fileOf(id, source);
    const documents = (await this.#base(id).documents(file)) ?? [];
    const found = file === source ? documents : documents.filter(({ metadata }) => metadata.source === source);
    if (found.length === 0) throw new Problem('file-not-found', { name: source.slice(0, 500) });
    return found;
  }

  /** The passages of the same, in reading order. */
  async passages(id: string, source: string): Promise<readonly Passage[]> {
    const file = await this.#fileOf(id, source);
    const passages = await this.#base(id).passages(file);
    return file === source ? passages : passages.filter(({ metadata }) => metadata.source === source);
  }

  /** A file of the base, by its path in it alone. Throws `file-not-found`. */
  async source(id: string, source: string): Promise<KnowledgeSource> {
    const found = (await this.#files(id)).find((one) => one.source === source);
    if (found === undefined) throw new Problem('file-not-found', { name: source.slice(0, 500) });
    return found;
  }

  /** Searches what is built. Throws `knowledge-empty`. */
  async search(id: string, query: string, options: SearchOptions): Promise<SearchResult> {
    const { document, broken } = await this.find(id);
    if (broken !== undefined) throw new Problem(broken.code, broken.params);
    return this.#base(id).search(document, query, options);
  }

  /** Hears of bases that changed, by whomever, and how building goes. */
  onChange(listener: (change: KnowledgeChange) => void): () => void {
    this.#listeners.add(listener);
    this.#leave ??= this.#listen();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#leave?.();
      this.#leave = undefined;
    };
  }

  /** Begins nothing more. Buildings are stopped by whoever closes `knowledge`. */
  close(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
    this.#telling.stop();
    this.#leave?.();
  }

  /** Deletes the index under an id: of a base that goes, or of one that had the id before and whose file was deleted outside. */
  async #forget(id: string): Promise<void> {
    if (knowledgeIdSchema.safeParse(id).success) await this.#base(id).remove();
  }

  #listen(): () => void {
    const { store, space, knowledge, folderKey } = this.#sources;
    const leaveStore = store.watch(space, (id) => this.#telling.ask(id));
    const leaveKnowledge = knowledge.onChange((key) => {
      if (key.startsWith(`${folderKey}.`)) this.#telling.ask(key.slice(folderKey.length + 1));
    });
    return () => {
      leaveStore();
      leaveKnowledge();
    };
  }

  async #tell(id: string): Promise<void> {
    try {
      const base = await this.#sources.store.get(this.#sources.space, id);
      const change = base === undefined ? { id } : { id, base: await this.#summarise(base) };
      for (const listener of this.#listeners) listener(change);
    } catch (error) {
      this.#sources.log('warn', 'the state of a knowledge base could not be told', { id, error });
    }
  }

  async #summarise(base: StoredKnowledge): Promise<KnowledgeSummary> {
    if (base.broken !== undefined) return knowledgeSummary(base, undefined);
    return knowledgeSummary(base, await this.#base(base.id).status(await this.#content(base)));
  }

  #files(id: string): Promise<readonly KnowledgeSource[]> {
    return this.#sources.store.sources(this.#sources.space, id);
  }

  /** The file that a document lies in: itself, or the archive that its path leads through. */
  async #fileOf(id: string, source: string): Promise<string> {
    const files = await this.#files(id);
    const found =
      files.find((one) => one.source === source) ?? files.find((one) => source.startsWith(`${one.source}/`));
    if (found === undefined) throw new Problem('file-not-found', { name: source.slice(0, 500) });
    return found.source;
  }

  #base(id: string): Base {
    return this.#sources.knowledge.base(`${this.#sources.folderKey}.${id}`, id);
  }

  /** Throws why the base's file can't be read. */
  async #content({ id, document, broken }: StoredKnowledge): Promise<BaseContent> {
    if (broken !== undefined) throw new Problem(broken.code, broken.params);
    return { document, sources: await this.#files(id) };
  }

  /** Not by itself where that would send documents of an imported base to an address that nobody has agreed to. */
  #buildSoon(id: string): void {
    if (this.#due.has(id)) return;
    const build = async (): Promise<void> => {
      this.#due.delete(id);
      const base = await this.find(id);
      if (!sendsFromElsewhere(base)) await this.#base(id).build(await this.#content(base));
    };
    this.#due.set(id, setTimeout(() => this.#begin(id, build()), settleTime).unref());
  }

  /** A failed building is part of the base's status; the log has it, too. */
  #begin(id: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      const code = Problem.is(error) ? error.code : undefined;
      this.#sources.log(code === undefined ? 'error' : 'info', 'knowledge base not built', { id, code, error });
    });
  }
}
