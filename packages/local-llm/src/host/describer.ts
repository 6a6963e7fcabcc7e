import { fork, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { jsonValueSchema, Problem } from '@jacquard/flow';
import { z } from 'zod';
import { ggufDescriptionSchema, type GgufDescription } from '../gguf/gguf-description.ts';

/** What is asked of the describing process. */
export const describeOrderSchema = z.object({ path: z.string(), isHead: z.boolean() });

const answerSchema = z.union([
  z.object({ description: ggufDescriptionSchema }),
  z.object({
    problem: z.object({
      code: z.string(),
      params: z.record(z.string(), jsonValueSchema),
      kind: z.enum(['user', 'operational', 'bug']),
    }),
  }),
]);

/** Reads what GGUF files say of themselves, one at a time, in a process that is given little memory and little time. */
export interface Describer {
  /**
   * Describes a file, or the beginning of one (`isHead`). Throws as `describeGguf` does; `model-file-hostile` when the process
   * took too long, too much memory, or crashed over it; the signal's reason.
   */
  describe(
    path: string,
    options?: { readonly isHead?: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<GgufDescription>;
  close(): Promise<void>;
}

/** What the describing process may have. */
export interface DescriberOptions {
  /** The program to run; tests put their own. */
  readonly script?: URL | undefined;
  /** Longest time for one file, in milliseconds. */
  readonly patience?: number | undefined;
  /** Megabytes of its heap. */
  readonly memory?: number | undefined;
  /** Milliseconds without a question after which it ends. */
  readonly idleAfter?: number | undefined;
}

/** See {@link Describer}. The first question starts the process. */
export function createDescriber(options: DescriberOptions = {}): Describer {
  const { idleAfter = 5000, patience = 30_000 } = options;
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = undefined;
  };
  const ask = async (path: string, isHead: boolean, signal: AbortSignal | undefined): Promise<GgufDescription> => {
    signal?.throwIfAborted();
    clearTimeout(idle);
    const asked = child?.connected === true ? child : startChild(options);
    child = asked;
    hold(asked, true);
    try {
      return await exchange(asked, { path, isHead }, patience, signal);
    } catch (error) {
      if (!Problem.is(error) || error.code === 'model-file-hostile') stop(); // it hangs, is gone, or is still at work
      throw error;
    } finally {
      hold(asked, false);
      idle = setTimeout(stop, idleAfter).unref();
    }
  };
  return {
    describe(path, { isHead = false, signal } = {}) {
      const asked = last.then(() => ask(path, isHead, signal));
      last = asked.catch(() => undefined);
      return asked;
    },
    async close() {
      await last;
      stop();
    },
  };
}

function startChild({
  script = new URL('./describe-main.ts', import.meta.url),
  memory = 512,
}: DescriberOptions): ChildProcess {
  const names = ['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'NODE_COMPILE_CACHE'];
  const env = Object.fromEntries(names.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])));
  const execArgv = [`--max-old-space-size=${memory}`];
  return fork(script, [], { execArgv, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

function exchange(
  child: ChildProcess,
  order: z.infer<typeof describeOrderSchema>,
  patience: number,
  signal: AbortSignal | undefined,
): Promise<GgufDescription> {
  const { promise, resolve, reject } = Promise.withResolvers<GgufDescription>();
  const refuse = (): void => reject(new Problem('model-file-hostile', {}));
  const abort = (): void => reject(signal?.reason);
  const hear = (message: unknown): void => {
    const answer = answerSchema.safeParse(message).data;
    if (!answer) return refuse();
    if ('description' in answer) return resolve(answer.description);
    const { code, params, kind } = answer.problem;
    return reject(new Problem(code, params, { kind }));
  };
  const timer = setTimeout(refuse, patience);
  child.once('message', hear).once('exit', refuse).once('error', refuse);
  signal?.addEventListener('abort', abort, { once: true });
  child.send(order, (error) => error && refuse());
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', hear).off('exit', refuse).off('error', refuse);
    child.on('error', () => undefined);
    signal?.removeEventListener('abort', abort);
  });
}

/** While nothing is asked, the process keeps no one from exiting. */
function hold(child: ChildProcess, isHeld: boolean): void {
  // boundary: the channel of a forked process is a socket
  const channel = child.channel as unknown as Pick<Socket, 'ref' | 'unref'> | null | undefined;
  if (isHeld) {
    child.ref();
    channel?.ref();
  } else {
    child.unref();
    channel?.unref();
  }
}
