import { Problem } from '@jacquard/flow';
import { callerOf, type Principal, type Runtime } from '@jacquard/runtime';
import type { McpSession } from './mcp-session.ts';

/** Sessions that may be open at once, of all callers and of one. */
const most = 2_000;
const mostOfOne = 1_000;
/** Milliseconds without a request after which a session is over. */
const longestIdle = 30 * 60_000;
/** Milliseconds in which several changes of flows are one notice. */
const changePause = 250;

/**
 * The sessions of MCP clients. Each is its caller's alone, ends by itself when it isn't used, and makes room for newer ones of the same
 * caller when it is idle.
 */
export class McpSessions {
  readonly #runtime: Runtime;
  readonly #sessions = new Map<string, McpSession>();
  #unwatch: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Throws `mcp-session-not-found`, for another caller's, too. */
  find(id: string, principal: Principal): McpSession {
    this.#expire();
    const session = this.#sessions.get(id);
    if (session === undefined || callerOf(session.principal) !== callerOf(principal))
      throw new Problem('mcp-session-not-found');
    return session;
  }

  /** A session that has no id yet: `keep` it once it has. Throws `mcp-too-many-sessions`. */
  async open(principal: Principal): Promise<McpSession> {
    this.#expire();
    this.#makeRoom(principal);
    // The SDK is loaded for whoever uses it.
    const { McpSession } = await import('./mcp-session.ts');
    const session = new McpSession(this.#runtime, principal, (id) => this.#forget(id));
    await session.begin();
    return session;
  }

  /** Keeps a session that was initialized; others are nothing to come back to. */
  keep(session: McpSession): void {
    if (session.id === undefined) {
      void session.close();
      return;
    }
    this.#sessions.set(session.id, session);
    this.#unwatch ??= this.#watch();
  }

  #watch(): () => void {
    const { space, stores, publishing } = this.#runtime.main;
    const ends = [stores.flows.watch(space, () => this.#changed()), publishing.onChange(() => this.#changed())];
    return () => ends.forEach((end) => end());
  }

  /** Flows have changed, or which of them are published: clients look again. */
  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const session of this.#sessions.values()) session.toolsChanged().catch(() => undefined); // it isn't listening
    }, changePause);
    this.#timer.unref();
  }

  #makeRoom(principal: Principal): void {
    const caller = callerOf(principal);
    const own = [...this.#sessions.values()].filter((session) => callerOf(session.principal) === caller);
    if (own.length < mostOfOne && this.#sessions.size < most) return;
    const oldest = own.filter(({ isIdle }) => isIdle).toSorted((a, b) => a.usedAt - b.usedAt)[0];
    if (oldest?.id === undefined)
      throw new Problem('mcp-too-many-sessions', { most: mostOfOne }, { kind: 'operational', retryAfter: 10 });
    this.#end(oldest.id, oldest);
  }

  #expire(): void {
    const before = Date.now() - longestIdle;
    for (const [id, session] of this.#sessions) if (session.isIdle && session.usedAt < before) this.#end(id, session);
  }

  #end(id: string, session: McpSession): void {
    this.#forget(id);
    void session.close();
  }

  #forget(id: string): void {
    this.#sessions.delete(id);
    if (this.#sessions.size > 0) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
  }
}
