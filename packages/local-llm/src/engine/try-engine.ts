import { fork } from 'node:child_process';
import { Problem } from '@jacquard/flow';
import { engineEnvironment, graphicsVariables, type EngineChoice } from './engine-choice.ts';
import { trialResultSchema, type TrialResult } from './trial.ts';

/** What is tried, and with what. */
export interface TryEngineOptions {
  readonly choice: EngineChoice;
  /** A model that is here; without one the engine is loaded, and its devices are listed. */
  readonly model: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The program that tries; tests put their own. */
  readonly script?: URL | undefined;
  /** Milliseconds that it may take. Drivers compile for a minute when an engine first runs. */
  readonly patience?: number | undefined;
}

/** An engine that works, and how well. */
export type WorkingTrial = Omit<Extract<TrialResult, { outcome: 'works' }>, 'outcome'>;

const fourMinutes = 240_000;
const basics = ['PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

/**
 * Tries an engine in a process that is thrown away. Rejects with `engine-fails`, `engine-crashed`, `engine-timed-out`,
 * `engine-writes-nonsense`, or the signal's reason.
 */
export function tryEngine(options: TryEngineOptions): Promise<WorkingTrial> {
  const { choice, model, environment, signal, patience = fourMinutes } = options;
  const { engine } = choice;
  const { script = new URL('../host/try-main.ts', import.meta.url) } = options;
  const fail = (code: string, params: Record<string, string | number> = {}): Problem =>
    new Problem(code, { engine, ...params }, { kind: 'operational' });
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = fork(script, model === undefined ? [] : [model], {
      execArgv: [],
      env: { ...named(environment, [...basics, ...graphicsVariables]), ...engineEnvironment(choice) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const give = (error: unknown): void => {
      child.kill('SIGKILL');
      reject(error);
    };
    const stop = (): void => give(signal.reason);
    const timer = setTimeout(() => give(fail('engine-timed-out', { seconds: patience / 1000 })), patience);
    signal.addEventListener('abort', stop, { once: true });
    child.once('message', (message) => {
      const result = trialResultSchema.safeParse(message).data;
      if (result?.outcome === 'works') resolve(withoutOutcome(result));
      else if (result?.outcome === 'fails') reject(fail('engine-fails', { reason: result.reason.slice(0, 300) }));
      else reject(fail('engine-writes-nonsense'));
    });
    child.once('error', (error) => reject(fail('engine-fails', { reason: error.message })));
    child.once('exit', (code, by) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      reject(fail('engine-crashed', { how: by ?? String(code) })); // nothing, where it has answered
    });
  });
}

function withoutOutcome({ devices, speed }: Extract<TrialResult, { outcome: 'works' }>): WorkingTrial {
  return { devices, ...(speed && { speed }) };
}

function named(environment: Readonly<Record<string, string | undefined>>, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(names.flatMap((name) => (name in environment ? [[name, environment[name]]] : [])));
}
