import { createHash } from 'node:crypto';
import type { FlowDocument } from '@jacquard/flow';
import type { Space } from './interfaces.ts';

/** Whether a text can be a label: no number and not `draft`, which name something else in a flow's address. */
export function isLabel(text: string): boolean {
  return text !== 'draft' && /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

/** A flow has so many labels at most. */
export const mostLabels = 50;

/** A version that may be called. `number` is the version's; `publishedAt` is when it was last published, in milliseconds since the epoch. */
export interface StoredPublication {
  readonly number: number;
  readonly publishedAt: number;
  /** SHA-256 of what is frozen: equal digests are equal documents. */
  readonly digest: string;
}

/** A name for a version, moved by hand. */
export interface StoredLabel {
  readonly label: string;
  readonly number: number;
}

/**
 * What a published version is made of, for ever: its document, and those of the flows that it runs, by id. The document is the
 * version's, but that it names its files by content.
 */
export interface FrozenVersion {
  readonly document: FlowDocument;
  readonly flows: Readonly<Record<string, FlowDocument>>;
}

/**
 * Published versions of flows: versions whose documents never change and that are not deleted while they are published. They go
 * with their flow. Whatever names a version that there is not is refused with `version-not-found`; one that isn't published,
 * with `version-not-published`.
 */
export interface PublicationStore {
  /** The one that was published last first: calls that name no version get it. */
  list(space: Space, flowId: string): Promise<readonly StoredPublication[]>;
  /** By name. */
  labels(space: Space, flowId: string): Promise<readonly StoredLabel[]>;
  /** What a call names: a number, a label, or the one published last (undefined). Refuses with `label-not-found`, `not-published`, too. */
  find(space: Space, flowId: string, version: number | string | undefined): Promise<StoredPublication>;
  /** The digest of what was frozen of a version, even if it was withdrawn since; undefined if it never was published. */
  digest(space: Space, flowId: string, number: number): Promise<string | undefined>;
  /** What is frozen of a published version. */
  read(space: Space, flowId: string, number: number): Promise<FrozenVersion>;
  /** Publishes a version, or again: it is the last one then. What was frozen when it was first published stays. */
  publish(space: Space, flowId: string, number: number, frozen: FrozenVersion): Promise<StoredPublication>;
  /** It can't be called any more. Refused while a label names it (`version-labelled`). */
  withdraw(space: Space, flowId: string, number: number): Promise<void>;
  /** Makes or moves a label. `too-many-labels` beyond `mostLabels`. */
  setLabel(space: Space, flowId: string, label: string, number: number): Promise<StoredLabel>;
  removeLabel(space: Space, flowId: string, label: string): Promise<void>;
}

/** The digest under which a frozen version is known. */
export function digestOfFrozen({ document, flows }: FrozenVersion): string {
  return createHash('sha256')
    .update(`${JSON.stringify(document)}\n${JSON.stringify(flows)}`)
    .digest('hex');
}
