import { fork } from 'node:child_process';
import { z } from 'zod';
import { engineEnvironment, graphicsVariables, type EngineChoice } from './engine/engine-choice.ts';

const gpuMemorySchema = z.object({ names: z.array(z.string()), total: z.number().positive() });
/** The graphics processors that the engine knows, and their own memory in bytes. */
export type GpuMemory = z.infer<typeof gpuMemorySchema>;

/** How the memory of the graphics processor is found out. */
export interface GpuMemoryOptions {
  /** What models run on; nothing is asked where that is the processor. */
  readonly choice: EngineChoice;
  /** The program that asks the engine; tests put their own. */
  readonly script?: URL | undefined;
  readonly parameters?: readonly string[] | undefined;
}

/** Longest wait for a driver, in milliseconds. */
const patience = 30_000;
/** What a driver needs to be found; none of the server's keys. */
const passedOn = ['PATH', 'HOME', 'SystemRoot', 'TEMP', ...graphicsVariables];

/**
 * Asks the engine, in a process that ends with its answer, what memory the graphics processor has of its own. Undefined where
 * there is none, or it can't be told.
 */
export function readGpuMemory({
  choice,
  script = new URL('./host/gpu-main.ts', import.meta.url),
  parameters = [],
}: GpuMemoryOptions): Promise<GpuMemory | undefined> {
  if (choice.engine === 'cpu') return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = fork(script, parameters, {
      execArgv: [],
      env: { ...environmentOf(passedOn), ...engineEnvironment(choice) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.unref();
    child.channel?.unref();
    const timer = setTimeout(() => child.kill(), patience).unref();
    child.once('message', (answer) => resolve(gpuMemorySchema.safeParse(answer).data));
    child.once('error', () => resolve(undefined));
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}

function environmentOf(names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])));
}
