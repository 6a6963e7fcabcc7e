import { fork, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { Problem } from '@jacquard/flow';
import { heartbeatInterval } from './heartbeat.ts';
import { hostReplySchema, type HostReply } from './host-reply.ts';
import type { HostQuestion, HostRequest } from './host-request.ts';
import { requireRoom, type HostLimits } from './host-limits.ts';
import { engineEnvironment, graphicsVariables } from '../engine/engine-choice.ts';
import type { HostEngine } from '../engine/engines.ts';
import type { LocalLog } from '../local-log.ts';

/** The one child process that runs models. Started by the first request, again after a crash, and stopped when idle. */
export interface ModelHost {
  /**
   * Sends a request and resolves with its last reply; `onReply` hears those before. Rejects with the host's problem,
   * `model-host-died` when the process ends, `model-host-hung` when it was ended since nothing moved in it any more, `model-busy`
   * when too many requests wait already, or the signal's reason.
   */
  ask(question: HostQuestion, options?: AskOptions): Promise<HostReply>;
  /** The running process's id: operators see it in the log, tests kill it. */
  process(): number | undefined;
  /** Has the next question start a new process, with what it runs on by then; this one ends when it has answered. */
  renew(): void;
  close(): Promise<void>;
}

/** How a question is followed. */
interface AskOptions {
  readonly onReply?: ((reply: HostReply) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a model host is made of. */
export interface ModelHostOptions {
  readonly log: LocalLog;
  /** The program to run; tests put their own. */
  readonly script?: URL | undefined;
  /** Milliseconds without a request after which the process is stopped and its memory freed. */
  readonly idleAfter?: number | undefined;
  /** What models run on; the processor unless told. */
  readonly engine?: HostEngine | undefined;
  readonly limits?: HostLimits | undefined;
  /** Milliseconds without a sign of life after which a process that is asked something counts as hung. */
  readonly patience?: number | undefined;
}

interface Pending {
  readonly run: string;
  readonly onReply: AskOptions['onReply'];
  readonly resolve: (reply: HostReply) => void;
  readonly reject: (error: unknown) => void;
}

interface Host {
  readonly child: ChildProcess;
  readonly pending: Map<number, Pending>;
  idle?: NodeJS.Timeout;
  /** It has answered something. */
  hasAnswered: boolean;
  /** It is being stopped: that it ends is no crash. */
  isStopped: boolean;
  /** Fires when it gave no sign of life for too long. */
  watchdog?: NodeJS.Timeout;
  isHung: boolean;
}

const tenMinutes = 600_000;
/** Loading a large model and a long vocabulary may hold the host's loop for seconds. */
const longestSilence = 30 * heartbeatInterval;

const processorAlone: HostEngine = {
  choose: () => ({ engine: 'cpu' }),
  opened: () => undefined,
  answered: () => undefined,
  died: () => undefined,
};

/** See {@link ModelHost}. */
export function createModelHost(options: ModelHostOptions): ModelHost {
  const { idleAfter = tenMinutes, limits, patience = longestSilence } = options;
  let host: Host | undefined;
  let lastId = 0;

  const forget = (ended: Host): void => {
    if (host === ended) host = undefined;
  };
  /** While nothing is asked, the host keeps no one from exiting, and is stopped after a time. */
  const rest = (resting: Host): void => {
    if (resting.pending.size > 0) return;
    resting.child.unref();
    resting.child.channel?.unref();
    if (host !== resting) resting.child.kill();
    clearTimeout(resting.idle); // of two questions that end at once both come here
    resting.idle = setTimeout(() => {
      forget(resting);
      resting.child.kill();
    }, idleAfter).unref();
  };
  const wake = (): Host => {
    host ??= startHost(options, forget);
    clearTimeout(host.idle);
    host.child.ref();
    host.child.channel?.ref();
    return host;
  };

  return {
    async ask(question, asked = {}) {
      asked.signal?.throwIfAborted();
      requireRoom(question, [...(host?.pending.values() ?? [])], limits);
      const current = wake();
      lastId += 1;
      watch(current, patience);
      return exchange(current, { ...question, id: lastId }, asked).finally(() => rest(current));
    },
    process: () => host?.child.pid,
    renew() {
      const old = host;
      host = undefined;
      if (!old) return;
      clearTimeout(old.idle);
      rest(old);
    },
    async close() {
      clearTimeout(host?.idle);
      if (host) host.isStopped = true;
      const { child } = host ?? {};
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      await new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill();
      });
    },
  };
}

function exchange({ child, pending }: Host, request: HostRequest, { onReply, signal }: AskOptions): Promise<HostReply> {
  const { id } = request;
  const { promise, resolve, reject } = Promise.withResolvers<HostReply>();
  const abort = (): void => {
    if (child.connected) child.send({ type: 'cancel', id } satisfies HostRequest);
    reject(signal?.reason);
  };
  pending.set(id, { run: 'run' in request ? request.run : '', onReply, resolve, reject });
  signal?.addEventListener('abort', abort, { once: true });
  child.send(request, (error) => {
    if (error) reject(new Problem('model-host-died', {}, { kind: 'operational', cause: error }));
  });
  return promise.finally(() => {
    pending.delete(id);
    signal?.removeEventListener('abort', abort);
  });
}

/** Ends a host that is asked something and gives no sign of life: a driver or a native loop hangs. */
function watch(host: Host, patience: number): void {
  clearTimeout(host.watchdog);
  host.watchdog = setTimeout(() => {
    if (host.pending.size === 0) return;
    host.isHung = true;
    host.child.kill('SIGKILL');
  }, patience).unref();
}

function startHost(options: ModelHostOptions, onEnd: (host: Host) => void): Host {
  const { log, script = new URL('./host-main.ts', import.meta.url), engine = processorAlone } = options;
  const choice = engine.choose();
  const child = fork(script, [], {
    execArgv: [],
    env: { ...hostEnvironment(process.env), ...engineEnvironment(choice) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const host: Host = { child, pending: new Map(), hasAnswered: false, isStopped: false, isHung: false };
  log.info({ process: child.pid }, 'the model host has started');
  let complaints = '';
  // boundary: a child's pipe is a socket, which must keep no one from exiting
  (child.stderr as Socket | null)
    ?.unref()
    .setEncoding('utf8')
    .on('data', (text: string) => {
      complaints = (complaints + text).slice(-2000);
    });
  child.on('message', (message) => {
    watch(host, options.patience ?? longestSilence);
    settle(host, hostReplySchema.parse(message), engine);
  });
  const end = (code: number | null, by: NodeJS.Signals | null): void => {
    onEnd(host);
    clearTimeout(host.watchdog);
    if (host.pending.size > 0) log.warn({ code, signal: by, complaints }, 'the model host died');
    const hasCrashed = host.pending.size > 0 && !host.hasAnswered && !host.isStopped;
    if (hasCrashed && choice.engine !== 'cpu') engine.died();
    const died = new Problem('model-host-died', { ...(by !== null && { signal: by }) }, { kind: 'operational' });
    const problem = host.isHung ? new Problem('model-host-hung', {}, { kind: 'operational' }) : died;
    for (const { reject } of host.pending.values()) reject(problem);
  };
  child.on('exit', end);
  child.on('error', () => end(null, null));
  return host;
}

/** Replies for which a model has worked. */
const answers = new Set<HostReply['type']>([
  'sample-end',
  'embed-result',
  'score-result',
  'next-result',
  'rank-result',
]);

function settle(host: Host, reply: HostReply, engine: HostEngine): void {
  if (reply.type === 'alive') return;
  if (reply.type === 'engine') return engine.opened(reply.engine, reply.reason);
  const { pending } = host;
  if (!host.hasAnswered && answers.has(reply.type)) {
    host.hasAnswered = true;
    engine.answered();
  }
  const request = pending.get(reply.id);
  if (!request) return; // it was cancelled, and its last replies were on their way
  if (reply.type === 'wait' || reply.type === 'piece' || reply.type === 'sample-end') request.onReply?.(reply);
  else if (reply.type === 'problem') request.reject(new Problem(reply.code, reply.params, { kind: reply.kind }));
  else request.resolve(reply);
}

/** The host sees what a program needs to run here, and none of the server's keys. */
function hostEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'LANG',
    'NODE_COMPILE_CACHE',
    'JACQUARD_WATTS_PER_CORE',
    ...graphicsVariables,
  ];
  return Object.fromEntries(names.flatMap((name) => (name in environment ? [[name, environment[name]]] : [])));
}
