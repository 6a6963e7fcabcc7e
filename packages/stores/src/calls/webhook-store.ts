import type { Space } from '../interfaces.ts';

/** Where the end of a run is told, and the secret that signs it: one of the store's, by name, or the caller's own signing key. */
export interface NewWebhook {
  readonly url: string;
  readonly secret?: string | undefined;
}

/** `open`: it waits for its run's end or for its next attempt. */
export type WebhookState = 'open' | 'delivered' | 'failed';

/** What came of telling it. Times are milliseconds since the epoch. */
export interface StoredWebhook extends NewWebhook {
  readonly runId: string;
  readonly state: WebhookState;
  readonly attempts: number;
  readonly nextAt: number;
  /** The HTTP status of the last attempt. */
  readonly status?: number | undefined;
  /** The code of the problem that the last attempt met. */
  readonly problem?: string | undefined;
}

/** An attempt's outcome. `nextAt` matters while it stays open. */
export interface WebhookAttempt {
  readonly state: WebhookState;
  readonly nextAt: number;
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
}

/** Webhooks of runs. They are written by `RunStore.create`, in the commit of the run's row, and go with the run. */
export interface WebhookStore {
  get(space: Space, runId: string): Promise<StoredWebhook | undefined>;
  /** Open ones of ended runs whose time has come, at most `limit`; until `until`, nobody is given them again. */
  take(space: Space, now: number, until: number, limit: number): Promise<readonly StoredWebhook[]>;
  /** Notes an attempt. One that was noted as delivered or failed stays so. */
  note(space: Space, runId: string, attempt: WebhookAttempt): Promise<void>;
}
