import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Job } from './job.ts';
import { readLines } from './read-lines.ts';
import { replySchema, type Reply } from './reply.ts';

/** How a process ended before it had answered. */
type ProcessEnd = 'crashed' | 'out-of-memory';

/** Hears a process while it works on a job. */
interface ProcessListener {
  reply(reply: Reply): void;
  end(end: ProcessEnd): void;
}

/** One child process with one interpreter. */
export interface SandboxProcess {
  readonly id: number | undefined;
  /** Resolves with whether it is ready for its first job; false: it ended before. */
  readonly ready: Promise<boolean>;
  /** Sends a job; replies go to this listener, and to nobody once it is undefined. */
  send(job: Job): void;
  listen(listener: ProcessListener | undefined): void;
  /** Whether the server waits for it to exit. */
  hold(isHeld: boolean): void;
  kill(): void;
  /** It was ended by `kill`, not of itself. */
  wasKilled(): boolean;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
}

/** What a process is started with. */
export interface ProcessStart {
  readonly script: URL;
  readonly parameters: readonly string[];
  /** Options of Node's for it. */
  readonly options: readonly string[];
  /** The longest line that it may answer, in bytes. */
  readonly longestLine: number;
}

/** Starts one: this very Node with the options given, nothing of the environment, and three pipes. */
export function startSandboxProcess({ script, parameters, options, longestLine }: ProcessStart): SandboxProcess {
  const child = spawn(process.execPath, [...options, script.pathname, ...parameters], {
    env: emptyEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let listener: ProcessListener | undefined;
  const complaints = collectComplaints(child);
  let wasKilled = false;
  const kill = (): void => {
    wasKilled = true;
    child.kill('SIGKILL');
  };
  const { promise: ready, resolve: setReady } = Promise.withResolvers<boolean>();
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      setReady(false);
      const isMemory = /too much memory|heap out of memory|allocation failed|out of memory/i.test(complaints());
      listener?.end(isMemory ? 'out-of-memory' : 'crashed');
      resolve();
    };
    child.on('close', end); // and not `exit`: what it has said comes until then
    child.on('error', end);
  });
  child.stdin.on('error', kill); // it ended while it was written to
  readLines(child.stdout, longestLine, (line) => {
    const reply = line === undefined ? undefined : readReply(line);
    if (!reply) return kill(); // too long, or no reply of ours: the code has taken it over, or it is broken
    if (reply.type === 'ready') setReady(true);
    return listener?.reply(reply);
  });
  return {
    id: child.pid,
    ready,
    send: (job) => void child.stdin.write(`${JSON.stringify(job)}\n`),
    listen: (next) => (listener = next),
    hold: (isHeld) => hold(child, isHeld),
    kill,
    wasKilled: () => wasKilled,
    ended,
  };
}

function readReply(line: string): Reply | undefined {
  try {
    return replySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function hold(child: Child, isHeld: boolean): void {
  const streams = [child.stdin, child.stdout, child.stderr];
  for (const stream of [child, ...streams]) {
    // boundary: pipes of a child are sockets, which know both
    const refs = stream as unknown as { ref(): void; unref(): void };
    if (isHeld) refs.ref();
    else refs.unref();
  }
}

/** The end of what it writes to its error stream. */
function collectComplaints(child: Child): () => string {
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-4000);
  });
  return () => text;
}

/** Windows starts no program without the folder of its system. */
function emptyEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {};
}
