import { fork, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { KnowledgeLog } from '../create-knowledge.ts';
import { readReplySchema, type ReadReply, type ReadRequest } from './host-protocol.ts';

/** How a reading process ended that wasn't told to. */
export interface ProcessEnd {
  readonly signal: NodeJS.Signals | undefined;
  readonly isOutOfMemory: boolean;
}

/** Hears a process while it reads a file. */
interface ProcessListener {
  reply(reply: ReadReply): void;
  end(end: ProcessEnd): void;
}

/** One child process that reads files, one at a time. */
export interface ReadingProcess {
  readonly id: number | undefined;
  /** Sends a file to read; its replies go to this listener from now on, and to nobody once it is undefined. */
  send(request: ReadRequest): void;
  listen(listener: ProcessListener | undefined): void;
  /** Whether the server waits for it to exit. */
  hold(isHeld: boolean): void;
  kill(): void;
  /** Resolves when it is gone. */
  readonly ended: Promise<void>;
}

/** Memory that a process may take, in bytes: of its JavaScript objects, and of all. */
export interface ProcessMemory {
  readonly heapBytes: number;
  readonly bytes: number;
}

/**
 * Starts one: this very Node, none of the server's keys, no debugger; it may read files and start threads, but write no file
 * and start no program.
 */
export function startReadingProcess(script: URL, memory: ProcessMemory, log: KnowledgeLog): ReadingProcess {
  const heap = `--max-old-space-size=${Math.ceil(memory.heapBytes / 1024 ** 2)}`;
  const child = fork(script, [`${memory.bytes}`], {
    execArgv: [heap, '--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons'],
    env: plainEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  log.info({ process: child.pid }, 'the reading process has started');
  let listener: ProcessListener | undefined;
  const complaints = collectComplaints(child);
  const ended = new Promise<void>((resolve) => {
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (listener) log.warn({ code, signal, complaints: complaints() }, 'the reading process died');
      const isOutOfMemory = /too much memory|heap out of memory|allocation failed/i.test(complaints());
      listener?.end({ signal: signal ?? undefined, isOutOfMemory });
      resolve();
    };
    child.on('close', end); // and not `exit`: what it has complained of comes until then
    child.on('error', () => end(null, null));
  });
  child.on('message', (message) => {
    const reply = readReplySchema.safeParse(message);
    if (reply.success) listener?.reply(reply.data);
    else child.kill('SIGKILL'); // a file has taken it over, or it is broken: its next words are worth as little
  });
  return {
    id: child.pid,
    send: (request) => void child.send(request, (error) => (error ? child.kill('SIGKILL') : undefined)),
    listen: (next) => (listener = next),
    hold(isHeld) {
      if (isHeld) child.ref();
      else child.unref();
      if (isHeld) child.channel?.ref();
      else child.channel?.unref();
    },
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}

/** The end of what it writes to its error stream. */
function collectComplaints(child: ChildProcess): () => string {
  let text = '';
  // boundary: a child's pipe is a socket, which must keep no one from exiting
  (child.stderr as Socket | null)
    ?.unref()
    .setEncoding('utf8')
    .on('data', (more: string) => {
      text = (text + more).slice(-4000);
    });
  return () => text;
}

/** What a program needs to run here. */
function plainEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'NODE_COMPILE_CACHE'];
  return Object.fromEntries(names.flatMap((name) => (name in environment ? [[name, environment[name]]] : [])));
}
