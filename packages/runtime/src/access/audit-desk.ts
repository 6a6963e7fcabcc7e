import type { JsonValue } from '@jacquard/flow';
import type { z } from 'zod';
import type { auditPageSchema } from '@jacquard/protocol';
import type { AuditStore, Space } from '@jacquard/stores';

const day = 86_400_000;
/** Lines are kept 90 days, and no more than these. */
const limits = { days: 90, lines: 20_000 };

/** What is noted down. */
export interface AuditNote {
  /** `operator`, `key:ID` or `nobody`. */
  readonly who: string;
  readonly address: string;
  readonly action: string;
  readonly about: Readonly<Record<string, JsonValue>>;
  /** `done`, or the code of the problem. */
  readonly outcome: string;
}

export interface AuditSources {
  readonly space: Space;
  readonly store: AuditStore;
  readonly now: () => number;
  failed(error: unknown): void;
}

/** The log of what was done to who may do what, to what callers get, and to secrets. */
export class AuditDesk {
  readonly #sources: AuditSources;

  constructor(sources: AuditSources) {
    this.#sources = sources;
  }

  /** Writes a line. One that can't be written is logged: what it is about has happened. */
  async add(note: AuditNote): Promise<void> {
    const { space, store, now, failed } = this.#sources;
    await store.add(space, { ...note, at: now() }).catch(failed);
  }

  /** Newest first. */
  async page(query: { before?: number | undefined; limit: number }): Promise<z.infer<typeof auditPageSchema>> {
    const { space, store } = this.#sources;
    const found = await store.list(space, { before: query.before, limit: query.limit + 1 });
    const entries = found.slice(0, query.limit).map((entry) => ({ ...entry, about: { ...entry.about } }));
    return { entries, before: found.length > query.limit ? entries.at(-1)?.number : undefined };
  }

  async collect(): Promise<void> {
    const { space, store, now } = this.#sources;
    await store.collect(space, { before: now() - limits.days * day, most: limits.lines });
  }
}
