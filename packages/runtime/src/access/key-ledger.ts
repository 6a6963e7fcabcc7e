import { Problem } from '@jacquard/flow';
import type { KeyLimits, KeyStore, KeyUsage, Space } from '@jacquard/stores';
import { CallWindow } from './call-window.ts';
import type { Principal } from './principal.ts';
import { usagePeriod, type UsagePeriod } from './usage-period.ts';

/** What a call of a key without history is taken to use, until it is known. */
const firstGuess = { tokens: 1_000, cost: 0.01 };

/** A call that was let in. Its end must be told. */
export interface Admission {
  /** The call stands in the store, which counts it from now on. */
  begun(): void;
  /** The call is over. `used` is told for what no run counts. */
  end(used?: Omit<KeyUsage, 'calls'>): void;
}

/** What is going on for one key. */
interface Account {
  readonly window: CallWindow;
  active: number;
  /** Calls that were let in and that the store doesn't count yet. */
  pending: number;
  /** What the active calls may use: set aside, so that many at once don't pass under the last of it. */
  readonly reserved: { tokens: number; cost: number };
}

/** What is left of each limit that a key has, and when the period ends. */
export interface KeyLeft {
  readonly used: KeyUsage;
  readonly left: Omit<KeyLimits, 'period'>;
  readonly period: UsagePeriod;
  /** Milliseconds until calls a minute begin anew. */
  readonly minuteLeft: number;
}

export interface LedgerSources {
  readonly space: Space;
  readonly keys: KeyStore;
  readonly now: () => number;
  failed(error: unknown): void;
}

const nothingUsed: KeyUsage = { calls: 0, tokens: 0, cost: 0 };

const unlimited: Admission = { begun: () => undefined, end: () => undefined };

/**
 * Keeps keys within their limits. What was used is in the store, counted with the runs; what goes on is counted here, in the process.
 */
export class KeyLedger {
  readonly #sources: LedgerSources;
  readonly #accounts = new Map<string, Account>();

  constructor(sources: LedgerSources) {
    this.#sources = sources;
  }

  /** Lets a call in. Throws `limit-reached`, with which limit; the operator has none. */
  async admit(principal: Principal): Promise<Admission> {
    if (principal.kind !== 'key') return unlimited;
    const { space, keys, now } = this.#sources;
    const limits = principal.limits ?? (await keys.get(space, principal.id))?.limits ?? {};
    const at = now();
    const period = usagePeriod(limits, at);
    const used = isCounted(limits) ? await keys.usage(space, `key:${principal.id}`, period.begins) : nothingUsed;
    const account = this.#account(principal.id);
    refuseBeyond(limits, account, used, { now: at, period });
    return this.#open(principal.id, account, limits, used);
  }

  /** What a key used and has left. */
  async left(id: string, limits: KeyLimits): Promise<KeyLeft> {
    const { space, keys, now } = this.#sources;
    const at = now();
    const period = usagePeriod(limits, at);
    const used = await keys.usage(space, `key:${id}`, period.begins);
    const { window, active } = this.#account(id);
    const { callsPerMinute, concurrency, calls, tokens, cost } = limits;
    return {
      used,
      left: {
        callsPerMinute: leftOf(callsPerMinute, window.count(at)),
        concurrency: leftOf(concurrency, active),
        calls: leftOf(calls, used.calls),
        tokens: leftOf(tokens, used.tokens),
        cost: leftOf(cost, used.cost),
      },
      period,
      minuteLeft: window.left(at),
    };
  }

  /** What was just `left`, with what is counted in the process as it stands now. */
  leftNow(
    id: string,
    { callsPerMinute, concurrency }: KeyLimits,
    { left }: KeyLeft,
  ): Pick<KeyLeft, 'left' | 'minuteLeft'> {
    const at = this.#sources.now();
    const { window, active } = this.#account(id);
    const now = { callsPerMinute: leftOf(callsPerMinute, window.count(at)), concurrency: leftOf(concurrency, active) };
    return { left: { ...left, ...now }, minuteLeft: window.left(at) };
  }

  #open(id: string, account: Account, limits: KeyLimits, used: KeyUsage): Admission {
    const { space, keys, now, failed } = this.#sources;
    const mine = {
      tokens: setAside(limits.tokens, used.tokens + account.reserved.tokens, each('tokens', used, account)),
      cost: setAside(limits.cost, used.cost + account.reserved.cost, each('cost', used, account)),
    };
    account.window.add(now());
    change(account, mine, 1);
    account.pending += 1;
    let [isPending, isOver] = [true, false];
    const begun = (): void => {
      if (isPending) account.pending -= 1;
      isPending = false;
    };
    const close = (): void => {
      begun();
      change(account, mine, -1);
    };
    return {
      begun,
      end: (usage) => {
        if (isOver) return;
        isOver = true;
        if (usage === undefined) return close();
        keys
          .count(space, `key:${id}`, now(), { calls: 1, ...usage })
          .catch(failed)
          .finally(close);
      },
    };
  }

  #account(id: string): Account {
    let account = this.#accounts.get(id);
    if (account === undefined) {
      account = { window: new CallWindow(), active: 0, pending: 0, reserved: { tokens: 0, cost: 0 } };
      this.#accounts.set(id, account);
    }
    return account;
  }
}

function leftOf(limit: number | undefined, taken: number): number | undefined {
  return limit === undefined ? undefined : Math.max(0, limit - taken);
}

function change(account: Account, { tokens, cost }: Account['reserved'], sign: 1 | -1): void {
  account.active += sign;
  account.reserved.tokens += sign * tokens;
  account.reserved.cost += sign * cost;
}

/** What a call of this key used on average. Those that go on are counted as calls already, with nothing used. */
function each(name: 'tokens' | 'cost', used: KeyUsage, { active, pending }: Account): number {
  const ended = used.calls - (active - pending);
  return ended <= 0 || used[name] === 0 ? firstGuess[name] : used[name] / ended;
}

function setAside(limit: number | undefined, taken: number, wanted: number): number {
  return limit === undefined ? 0 : Math.min(wanted, limit - taken);
}

/** Whether a limit counts what was used before; a minute's calls and those at once are counted in the process. */
function isCounted({ calls, tokens, cost }: KeyLimits): boolean {
  return calls !== undefined || tokens !== undefined || cost !== undefined;
}

function refuseBeyond(
  limits: KeyLimits,
  { active, pending, window, reserved }: Account,
  used: KeyUsage,
  { now, period: { ends } }: { readonly now: number; readonly period: UsagePeriod },
): void {
  const untilNext = ends === undefined ? undefined : ends - now;
  refuse('concurrency', limits.concurrency, active, 1_000);
  refuse('calls-per-minute', limits.callsPerMinute, window.count(now), window.left(now));
  refuse('calls', limits.calls, used.calls + pending, untilNext);
  refuse('tokens', limits.tokens, used.tokens + reserved.tokens, untilNext);
  refuse('cost', limits.cost, used.cost + reserved.cost, untilNext);
}

/** @param wait Milliseconds after which it may be allowed again. */
function refuse(limit: string, most: number | undefined, taken: number, wait: number | undefined): void {
  if (most === undefined || taken < most) return;
  const retry = wait === undefined ? {} : { retryAfter: Math.max(1, Math.ceil(wait / 1_000)) };
  throw new Problem('limit-reached', { limit: `limit-${limit}`, most }, retry);
}
