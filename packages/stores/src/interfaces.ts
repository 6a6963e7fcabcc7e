import type { FileValue, FlowDocument, JsonValue, Message } from '@jacquard/flow';
import type { AccessStore } from './access/access-store.ts';
import type { FlowTestStore } from './flow-tests/flow-test-store.ts';
import type { CallKeyStore } from './calls/call-key-store.ts';
import type { WebhookStore } from './calls/webhook-store.ts';
import type { KnowledgeStore } from './knowledge/knowledge-store.ts';
import type { PreferenceStore } from './preference-store.ts';
import type { RunStore } from './run-interfaces.ts';
import type { PublicationStore } from './publication-store.ts';
import type { SaveOptions } from './save-options.ts';

export * from './run-interfaces.ts';

/** Who owns what. There is one, `main`, until rooms and users come. */
export type Space = string;

/** A saved flow. `revision` changes with every save and serves as its ETag. Times are milliseconds since the epoch. */
export interface StoredFlow {
  readonly id: string;
  readonly document: FlowDocument;
  readonly revision: string;
  readonly updatedAt: number;
  /** Came by upload, paste, drop or bundle, or changed outside: asks before its first run. */
  readonly imported: boolean;
  /** Reaches that a person has agreed to (`address:https://…`, `secret:name`, `file:…`). */
  readonly consents: readonly string[];
  /** In a project folder: why the file can't be read, with `document` as it was last good or empty. */
  readonly broken?: { readonly code: string; readonly params: Readonly<Record<string, JsonValue>> } | undefined;
  /** In a project folder: the file isn't in file form, so the next save changes more of it than the edit. */
  readonly reformats?: boolean | undefined;
}

/** A flow in a list. `updatedAt`: milliseconds since the epoch. `broken`: its file can’t be read as a flow. */
export interface FlowSummary {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly revision: string;
  readonly updatedAt: number;
  readonly nodeCount: number;
  readonly broken?: boolean | undefined;
}

/** Refused saves throw `Problem('flow-changed', {id})`; an unknown id `Problem('flow-not-found', {id})`. */
export interface FlowStore {
  list(space: Space): Promise<readonly FlowSummary[]>;
  get(space: Space, id: string): Promise<StoredFlow | undefined>;
  /** Creates under a free id made from the document's name, or under `id` (`flow-exists` when taken). */
  create(space: Space, document: FlowDocument, options?: { id?: string; imported?: boolean }): Promise<StoredFlow>;
  /** Replaces the document if its revision is still `expected`; `'*'` saves over anything. */
  save(space: Space, id: string, document: FlowDocument, expected: string, options?: SaveOptions): Promise<StoredFlow>;
  consent(space: Space, id: string, reaches: readonly string[]): Promise<void>;
  delete(space: Space, id: string, expected: string): Promise<void>;
  /** Calls back when a flow was changed, created or deleted by anyone, this process or an editor. Returns the unsubscriber. */
  watch(space: Space, listener: (change: FlowChange) => void): () => void;
}

/** What watchers are told of a flow. */
export interface FlowChange {
  readonly id: string;
  readonly change: 'created' | 'saved' | 'deleted';
  readonly revision?: string | undefined;
  /** The file changed outside of Jacquard. */
  readonly outside: boolean;
}

/**
 * Why a version was made: `saved` by a person; otherwise by itself, of what was there before a person began to work on it again
 * (`session`), restored another version (`restore`) or merged what two had changed (`merge`).
 */
export type VersionReason = 'saved' | 'session' | 'restore' | 'merge';

/** A state of a flow that was kept, without its document. `number` counts from 1 and is never given again. Time in milliseconds since the epoch. */
export interface StoredVersion {
  readonly number: number;
  readonly reason: VersionReason;
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly createdAt: number;
  readonly nodeCount: number;
}

/** What a version is made of. */
export interface NewVersion {
  readonly document: FlowDocument;
  readonly reason: VersionReason;
  readonly name?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Versions of flows. Those that a person saved or named are kept until they are deleted, and published ones can't be
 * (`version-published`); of the others the newest 50, and no more than 50 MB of them. They go with their flow. Numbers that there
 * are not are refused with `version-not-found`.
 */
export interface VersionStore {
  /** Newest first. */
  list(space: Space, flowId: string): Promise<readonly StoredVersion[]>;
  get(
    space: Space,
    flowId: string,
    number: number,
  ): Promise<(StoredVersion & { readonly document: FlowDocument }) | undefined>;
  /** Keeps a state. One that is made by itself isn't kept twice in a row: undefined when the newest version is the same state. */
  add(space: Space, flowId: string, version: NewVersion): Promise<StoredVersion | undefined>;
  /** Names a version, or takes its name or note away: null. A key that is absent stays. */
  describe(
    space: Space,
    flowId: string,
    number: number,
    words: { readonly name?: string | null | undefined; readonly note?: string | null | undefined },
  ): Promise<StoredVersion>;
  delete(space: Space, flowId: string, number: number): Promise<void>;
}

/** Outputs by reuse key, and large values by reference. */
export interface ValueStore {
  /** Kept outputs of an earlier step with this key, `from` its run. `runId` is the run that takes them: it comes to hold the large values and files in them. */
  kept(
    space: Space,
    keys: readonly string[],
    runId?: string,
  ): Promise<ReadonlyMap<string, { readonly from: string; readonly outputs: Readonly<Record<string, JsonValue>> }>>;
  keep(
    space: Space,
    entries: readonly {
      readonly key: string;
      readonly runId: string;
      readonly outputs: Readonly<Record<string, JsonValue>>;
    }[],
  ): Promise<void>;
  /** `runId` comes to hold the large values and files in outputs of the run `from`, of those that this one holds. */
  share(space: Space, from: string, runId: string, outputs: Readonly<Record<string, JsonValue>>): Promise<void>;
  /** Stores a large value that a run holds; the reference is the SHA-256 of its canonical JSON. */
  put(space: Space, runId: string, value: JsonValue): Promise<string>;
  /** Undefined unless this run holds the reference. */
  get(space: Space, runId: string, ref: string): Promise<JsonValue | undefined>;
}

/** A message of a session, with its place in the tree: `parent` is undefined for a root. */
export interface StoredMessage extends Message {
  readonly id: string;
  readonly parent: string | undefined;
  readonly runId: string | undefined;
  readonly at: number;
}

/** A session without its messages. */
export interface StoredSession {
  readonly id: string;
  readonly flowId: string;
  readonly title: string;
  readonly updatedAt: number;
  /** Whose it is, as `key:ID`; absent: the operator's. */
  readonly caller?: string | undefined;
}

/** Sessions: trees of messages, to which runs alone append. */
export interface SessionStore {
  create(
    space: Space,
    session: { id: string; flowId: string; title: string; caller?: string | undefined },
  ): Promise<StoredSession>;
  list(space: Space, flowId: string): Promise<readonly StoredSession[]>;
  get(space: Space, id: string): Promise<StoredSession | undefined>;
  /** All messages, the whole tree, oldest first. */
  messages(space: Space, id: string): Promise<readonly StoredMessage[]>;
  /** The path from the root to `messageId`; empty for undefined, `message-not-found` for one that this session doesn't have. */
  path(space: Space, id: string, messageId: string | undefined): Promise<readonly StoredMessage[]>;
  rename(space: Space, id: string, title: string): Promise<void>;
  delete(space: Space, id: string): Promise<void>;
}

/** Who holds a file, and may read it: a run, a flow or a knowledge base. */
export interface FileHolder {
  readonly kind: 'run' | 'flow' | 'knowledge-base' | 'upload';
  readonly id: string;
}

/** Files by content: stored once, kept while anyone holds them. */
export interface FileStore {
  /** Streams bytes in, counting and hashing; `file-too-large` past `maxBytes`. */
  put(
    space: Space,
    holder: FileHolder,
    about: { name: string; mediaType: string },
    bytes: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<FileValue>;
  hold(space: Space, holder: FileHolder, file: FileValue): Promise<void>;
  release(space: Space, holder: FileHolder): Promise<void>;
  /** Undefined unless the holder holds it. */
  read(space: Space, holder: FileHolder, sha256: string): Promise<Uint8Array | undefined>;
  /** What this holder holds. */
  list(space: Space, holder: FileHolder): Promise<readonly FileValue[]>;
  /** Removes what nothing holds; holds of kind `upload` from before `uploadsBefore` no longer count. Returns how many. */
  collect(space: Space, options?: { uploadsBefore?: number }): Promise<number>;
}

/** A secret as it may be shown: never its text. */
export interface SecretSummary {
  readonly name: string;
  readonly origins: readonly string[];
  readonly updatedAt: number;
}

/** Secrets: written, listed without their texts, revealed to the guarded client. */
export interface SecretStore {
  list(space: Space): Promise<readonly SecretSummary[]>;
  set(space: Space, name: string, text: string, origins: readonly string[]): Promise<void>;
  /** For the guarded client alone. */
  reveal(
    space: Space,
    name: string,
  ): Promise<{ readonly text: string; readonly origins: readonly string[] } | undefined>;
  delete(space: Space, name: string): Promise<void>;
}

/** All stores of one database; `close` releases files and workers. */
export interface Stores {
  readonly flows: FlowStore;
  readonly versions: VersionStore;
  readonly publications: PublicationStore;
  readonly flowTests: FlowTestStore;
  readonly runs: RunStore;
  readonly callKeys: CallKeyStore;
  readonly webhooks: WebhookStore;
  readonly values: ValueStore;
  readonly sessions: SessionStore;
  readonly files: FileStore;
  readonly knowledge: KnowledgeStore;
  readonly secrets: SecretStore;
  readonly preferences: PreferenceStore;
  readonly access: AccessStore;
  close(): Promise<void>;
}
