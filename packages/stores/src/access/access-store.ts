import type { JsonValue } from '@jacquard/flow';
import type { KeyStore } from './key-store.ts';
import type { Space } from '../interfaces.ts';

/** The password of a space's operator, as Argon2 made it. `source`: whether the operator set it here, or the environment holds it. */
export interface StoredPassword {
  readonly source: 'stored' | 'environment';
  /** In PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
  readonly hash: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** A sign-in: a browser that showed the password. Times are milliseconds since the epoch. */
export interface StoredLogin {
  readonly id: string;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
}

/** Sign-ins, found by the SHA-256 of their token; the token itself is kept nowhere. */
export interface LoginStore {
  add(space: Space, tokenHash: string, login: StoredLogin): Promise<void>;
  find(space: Space, tokenHash: string): Promise<StoredLogin | undefined>;
  get(space: Space, id: string): Promise<StoredLogin | undefined>;
  /** Used last first. */
  list(space: Space): Promise<readonly StoredLogin[]>;
  use(space: Space, id: string, at: number): Promise<void>;
  /** False when there is none of that id. */
  delete(space: Space, id: string): Promise<boolean>;
  /** Returns the ids of those that were there. */
  deleteAll(space: Space): Promise<readonly string[]>;
  deleteExpired(space: Space, now: number): Promise<void>;
}

/** One line of the audit log: who did what, when, and how it ended. */
export interface AuditEntry {
  /** Counts up; a later line has a higher one. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `operator`, `key:ID` or `nobody`. */
  readonly who: string;
  readonly address: string;
  readonly action: string;
  /** What it was done to, by name: never a text of anyone's, never a secret. */
  readonly about: Readonly<Record<string, JsonValue>>;
  /** `done`, or the code of the problem. */
  readonly outcome: string;
}

export interface AuditStore {
  add(space: Space, entry: Omit<AuditEntry, 'number'>): Promise<void>;
  /** Newest first, those before the line `before`. */
  list(space: Space, page: { before?: number | undefined; limit: number }): Promise<readonly AuditEntry[]>;
  /** Deletes what was written before `before`, and the oldest above `most` lines. */
  collect(space: Space, limits: { before: number; most: number }): Promise<void>;
}

/** Who may come in, and who came. */
export interface AccessStore {
  /** There is at most one of each source. */
  password(space: Space, source: StoredPassword['source']): Promise<StoredPassword | undefined>;
  setPassword(space: Space, password: StoredPassword): Promise<void>;
  deletePassword(space: Space, source: StoredPassword['source']): Promise<void>;
  readonly logins: LoginStore;
  readonly keys: KeyStore;
  readonly audit: AuditStore;
}
