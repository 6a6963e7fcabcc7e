import { Problem } from '@jacquard/flow';
import { requireReachable, type GuardedFetch, type NetworkRules } from '@jacquard/guarded-fetch';
import type { NewWebhook, RunStore, Space, StoredWebhook, WebhookAttempt, WebhookStore } from '@jacquard/stores';
import { callerOf, type Principal } from '../access/principal.ts';
import { traceHeaders } from '../calls/carry-trace.ts';
import type { EnvironmentSecret } from '../configuration.ts';
import type { RunHandle } from '../run-service.ts';
import type { LogLine } from '../log-line.ts';
import { readRunState } from '../run-state.ts';
import { waitAfter } from './attempt-schedule.ts';
import { readSigningKey, showSigningKey, signWebhook } from './sign-webhook.ts';
import type { SigningKeys } from './signing-keys.ts';
import { webhookMessage } from './webhook-message.ts';

/** Milliseconds between two looks for what is due: of runs that another process ended, or that ended while nobody was here. */
const lookInterval = 5_000;
/** Milliseconds that a receiver has to answer, and how long a message stays with the process that took it. */
const [patience, takenFor] = [15_000, 60_000];
const mostAtOnce = 10;

export interface WebhookSources {
  readonly space: Space;
  readonly stores: { readonly runs: RunStore; readonly webhooks: WebhookStore };
  /** Exempts no origin: what may be told is no business of the providers'. */
  readonly fetch: GuardedFetch;
  readonly rules: Omit<NetworkRules, 'exemptOrigins'>;
  readonly keys: SigningKeys;
  revealSecret(name: string): Promise<EnvironmentSecret | undefined>;
  readonly log: LogLine;
  readonly now?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
}

/** What is told of a webhook: all but its secret. */
type WebhookStateOf = Pick<StoredWebhook, 'url' | 'state' | 'attempts' | 'status' | 'problem'> & {
  readonly nextAt?: number;
};

/** Tells those who asked for it that a run has ended: signed, once more and later where it fails, after restarts, too. */
export class WebhookDesk {
  readonly #sources: WebhookSources;
  readonly #over = new AbortController();
  #telling: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(sources: WebhookSources) {
    this.#sources = sources;
  }

  /** Throws `webhook-refused`, `network-refused`, `right-missing`, `secret-missing`, `secret-origin-refused` for what can't be told so. */
  async require({ url: text, secret }: NewWebhook, principal: Principal): Promise<void> {
    const url = URL.parse(text);
    if (url === null || text.length > 2_000) throw new Problem('webhook-refused', { url: text.slice(0, 200) });
    await requireReachable(url, { ...this.#sources.rules, exemptOrigins: [] });
    if (secret === undefined) return;
    if (principal.kind !== 'operator') throw new Problem('right-missing', { action: 'operator' });
    await this.#signingSecret(url, secret);
  }

  /** Where the webhook of a run stands; undefined for a run without one. */
  async state(runId: string): Promise<WebhookStateOf | undefined> {
    const webhook = await this.#sources.stores.webhooks.get(this.#sources.space, runId);
    if (webhook === undefined) return undefined;
    const { url, state, attempts, nextAt, status, problem } = webhook;
    const isDue = state === 'open' && attempts > 0;
    return { url, state, attempts, status, problem, ...(isDue && { nextAt }) };
  }

  /** The text by which a principal's webhooks are checked; `renew`: a new one. */
  async signingKey(principal: Principal, renew = false): Promise<string> {
    const { keys } = this.#sources;
    const caller = callerOf(principal);
    return showSigningKey(await (renew ? keys.renew(caller) : keys.keyOf(caller)));
  }

  /** A run with a webhook goes on here: its end is told at once. */
  await({ result }: RunHandle): void {
    const tell = (): void => {
      if (this.#timer !== undefined) void this.tell();
    };
    result.then(tell, () => undefined); // another process takes it up, and tells
  }

  /** Begins to look for what is due. */
  open(): void {
    this.#timer = setInterval(() => void this.tell(), lookInterval);
    this.#timer.unref();
  }

  /** Tells all that is due now. */
  async tell(): Promise<void> {
    while (this.#telling !== undefined) await this.#telling;
    const telling = this.#tellDue().catch((error: unknown) => {
      this.#sources.log('error', 'webhooks could not be told', { error });
    });
    this.#telling = telling;
    await telling;
    this.#telling = undefined;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#over.abort(new Problem('stopping', {}, { kind: 'operational' }));
    await this.#telling;
  }

  async #tellDue(): Promise<void> {
    const { stores, space, now = Date.now } = this.#sources;
    for (let due = mostAtOnce; due === mostAtOnce && !this.#over.signal.aborted;) {
      const at = now();
      const webhooks = await stores.webhooks.take(space, at, at + takenFor, mostAtOnce);
      await Promise.all(webhooks.map((webhook) => this.#tellOne(webhook)));
      due = webhooks.length;
    }
  }

  async #tellOne(webhook: StoredWebhook): Promise<void> {
    const { stores, space, log } = this.#sources;
    const { runId } = webhook;
    const attempt = await this.#attempt(webhook);
    if (this.#over.signal.aborted && attempt.status === undefined) return; // it wasn't tried to the end: the next process does
    await stores.webhooks.note(space, runId, attempt);
    const { state, status, problem } = attempt;
    log(state === 'delivered' ? 'info' : 'warn', 'webhook told', { runId, state, status, code: problem });
  }

  async #attempt(webhook: StoredWebhook): Promise<WebhookAttempt> {
    const { now = Date.now, random } = this.#sources;
    const status = await this.#send(webhook).catch(codeOf);
    const outcome = typeof status === 'number' ? { status } : { problem: status };
    const nextAt = now();
    if (typeof status === 'number' && status >= 200 && status < 300) return { state: 'delivered', nextAt, ...outcome };
    const wait = status === 410 ? undefined : waitAfter(webhook.attempts + 1, random);
    if (wait === undefined) return { state: 'failed', nextAt, ...outcome };
    return { state: 'open', nextAt: nextAt + wait, ...outcome };
  }

  async #send({ runId, url: text, secret }: StoredWebhook): Promise<number | string> {
    const { stores, space, fetch, keys, now = Date.now } = this.#sources;
    const run = await stores.runs.get(space, runId);
    if (run === undefined) return 'run-not-found';
    const message = webhookMessage(run, await readRunState(stores.runs, space, run), now());
    const url = new URL(text);
    const key = secret === undefined ? await keys.keyOf(run.caller) : await this.#signingSecret(url, secret);
    const headers = {
      'content-type': 'application/json',
      ...signWebhook(message, key),
      ...(run.trace !== undefined && traceHeaders(run.trace)),
    };
    const signal = AbortSignal.any([AbortSignal.timeout(patience), this.#over.signal]);
    const response = await fetch(text, {
      method: 'POST',
      headers,
      body: message.body,
      signal,
      redirects: 'none',
      maxBytes: 65_536,
    });
    await response.body?.cancel();
    return response.status;
  }

  /** A secret of the store signs only what goes to an origin that it is for. */
  async #signingSecret(url: URL, name: string): Promise<Uint8Array> {
    const revealed = await this.#sources.revealSecret(name);
    if (revealed === undefined) throw new Problem('secret-missing', { name });
    const { text, origins } = revealed;
    if (!origins.some((origin) => URL.parse(origin)?.origin === url.origin))
      throw new Problem('secret-origin-refused', { secret: name, origin: url.origin, origins: [...origins] });
    return readSigningKey(text);
  }
}

function codeOf(error: unknown): string {
  if (Problem.is(error)) return error.code;
  return error instanceof Error && error.name === 'TimeoutError' ? 'network-timeout' : 'unexpected';
}
