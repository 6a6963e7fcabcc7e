import { Problem } from '@jacquard/flow';
import type { AccessStore, Space } from '@jacquard/stores';
import type { Configuration } from '../configuration.ts';
import type { LogLine } from '../log-line.ts';
import { isLoopback } from '../read-configuration.ts';
import { AuditDesk } from './audit-desk.ts';
import { KeyDesk } from './key-desk.ts';
import { KeyLedger } from './key-ledger.ts';
import { LoginDesk } from './login-desk.ts';
import { PasswordDesk } from './password-desk.ts';
import { operator, type Principal } from './principal.ts';
import { SetupLink } from './setup-link.ts';

const day = 86_400_000;
/** Keys that have ended stay in the list this long. */
const keysKept = 90 * day;

export interface AccessSources {
  readonly space: Space;
  readonly store: AccessStore;
  readonly configuration: Pick<Configuration, 'password' | 'apiKeys' | 'publicUrls'>;
  readonly log: LogLine;
  readonly now?: (() => number) | undefined;
}

/** What a request shows: a key, or the token of a sign-in. */
export interface Credentials {
  readonly key?: string | undefined;
  readonly token?: string | undefined;
}

/** Who asks, and by what: `key:ID` or `login:ID`, which may end while it is answered. */
export interface Identity {
  readonly principal: Principal;
  readonly credential?: string | undefined;
}

/** `open`: whoever reaches the server is the operator. `login`: who they are must be shown. `locked`: nobody can show it yet. */
export type DoorState = 'open' | 'login' | 'locked';

/** Who may come in. */
export class AccessDesk {
  readonly passwords: PasswordDesk;
  readonly logins: LoginDesk;
  readonly keys: KeyDesk;
  readonly ledger: KeyLedger;
  readonly audit: AuditDesk;
  readonly #sources: AccessSources;
  readonly #now: () => number;
  readonly #link: SetupLink;
  readonly #listeners = new Set<(credential: string) => void>();
  #needsLogin = false;
  /** Programs alone are answered, and there are keys. */
  #hasKeys = false;

  /** Throws `api-key-too-short`. */
  constructor(sources: AccessSources) {
    const { space, store, configuration, log, now = Date.now } = sources;
    this.#sources = sources;
    this.#now = now;
    const failed = (error: unknown): void => log('error', 'access could not be written', { error });
    this.#link = new SetupLink(now);
    this.passwords = new PasswordDesk({ space, store, ofEnvironment: configuration.password, now });
    this.logins = new LoginDesk({ space, store: store.logins, now, ended: (id) => this.#tell(`login:${id}`) });
    this.ledger = new KeyLedger({ space, keys: store.keys, now, failed });
    this.keys = new KeyDesk({
      space,
      store: store.keys,
      ledger: this.ledger,
      ofEnvironment: configuration.apiKeys,
      now,
      ended: (id) => this.#tell(`key:${id}`),
    });
    this.audit = new AuditDesk({ space, store: store.audit, now, failed });
  }

  /**
   * Shuts the door unless the server can be reached from this machine alone: by the address that it listens on, or through a proxy at
   * a public one. A password of the environment shuts it in any case. Returns the token of the one-time link while it is locked. Where
   * programs alone are answered there is no page for that link: throws `key-missing` unless one could show a key.
   */
  async shut(
    host: string,
    { isForCalls = false }: { readonly isForCalls?: boolean } = {},
  ): Promise<string | undefined> {
    const { publicUrls } = this.#sources.configuration;
    const isHere = isLoopback(host) && publicUrls.every((url) => isLoopback(new URL(url).hostname));
    this.#needsLogin = !isHere || this.passwords.isOfEnvironment;
    if (await this.passwords.open()) await this.logins.endAll();
    if (isForCalls) await this.#requireKey();
    return this.state === 'locked' ? this.#link.make() : undefined;
  }

  get state(): DoorState {
    if (!this.#needsLogin) return 'open';
    return this.#hasKeys || this.passwords.isSet || this.keys.hasKeysOfEnvironment ? 'login' : 'locked';
  }

  /**
   * Who asks. What is shown counts, and never gives more: throws `key-unknown` for a key that is none (any more). Where nobody has to show
   * anything, what isn't of a key's form is nothing shown: OpenAI's clients can't go without.
   */
  async identify({ key, token }: Credentials): Promise<Identity> {
    const isFiller = key !== undefined && this.state === 'open' && !this.keys.isOfForm(key);
    if (key !== undefined && !isFiller) {
      const principal = await this.keys.find(key);
      return { principal, credential: `key:${principal.id}` };
    }
    const login = token === undefined ? undefined : await this.logins.find(token);
    if (login !== undefined) return { principal: operator, credential: `login:${login.id}` };
    return { principal: this.state === 'open' ? operator : { kind: 'nobody' } };
  }

  /** Sets the first password by the one-time link. Throws `setup-link-used`, for a wrong or an old link, too. */
  async setUp(token: string, password: string): Promise<void> {
    if (this.state !== 'locked' || !this.#link.take(token)) throw new Problem('setup-link-used');
    await this.passwords.set(password, undefined);
  }

  /** Whether what was shown would still be taken. */
  isAlive(credential: string): Promise<boolean> {
    const [kind, id = ''] = credential.split(/:(.*)/s, 2);
    return kind === 'key' ? this.keys.isAlive(id) : this.logins.isAlive(id);
  }

  /** Calls back with the credential that has ended. Returns the unsubscriber. */
  onEnded(listener: (credential: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Forgets what is long over. */
  async collect(): Promise<void> {
    const { space, store } = this.#sources;
    await store.keys.collect(space, this.#now() - keysKept);
    await store.logins.deleteExpired(space, this.#now());
    await this.audit.collect();
  }

  async #requireKey(): Promise<void> {
    this.#hasKeys = await this.keys.hasAny();
    if (this.#needsLogin && !this.#hasKeys) throw new Problem('key-missing', {}, { kind: 'operational' });
  }

  #tell(credential: string): void {
    for (const listener of this.#listeners) listener(credential);
  }
}
