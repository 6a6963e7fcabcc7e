import { mkdir } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import type { LocalLog } from '../local-log.ts';
import type { GraphicsEngine } from './engine-choice.ts';
import type { EngineShelf } from './engine-shelf.ts';
import { installEngine } from './install-engine.ts';
import { requireRegistry } from './require-registry.ts';
import type { NpmProgram } from './run-npm.ts';
import { tryEngine, type WorkingTrial } from './try-engine.ts';

/** What fetching and trying an engine stands on. */
export interface EngineTaskOptions {
  readonly shelf: EngineShelf;
  readonly npm: NpmProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: LocalLog;
  /** A model to try an engine with; undefined where none is here. */
  readonly modelToTry: () => Promise<string | undefined>;
  /** The program that tries an engine; tests put their own. */
  readonly trialScript?: URL | undefined;
}

/** The one engine that is being fetched and tried. */
export interface EngineTasks {
  /** Resolves once it is here and works; joins the one task that there is. Rejects with what went wrong. */
  start(engine: GraphicsEngine, onWorks: (trial: WorkingTrial) => void): Promise<void>;
  running(): Pick<EngineTask, 'engine' | 'phase' | 'done'> | undefined;
  /** Stops it, and resolves when it has stopped. */
  cancel(): Promise<void>;
}

interface EngineTask {
  readonly engine: GraphicsEngine;
  readonly controller: AbortController;
  readonly finished: Promise<void>;
  phase: 'fetching' | 'trying';
  /** Bytes on the disk. */
  done: number;
}

/** See {@link EngineTasks}. */
export function createEngineTasks(options: EngineTaskOptions): EngineTasks {
  let running: EngineTask | undefined;
  const begin = (engine: GraphicsEngine, onWorks: (trial: WorkingTrial) => void): EngineTask => {
    const controller = new AbortController();
    const perform = async (): Promise<void> => {
      try {
        onWorks(await fetchAndTry(options, task));
      } catch (error) {
        throw failed(options, engine, error, controller.signal);
      } finally {
        running = undefined;
      }
    };
    const finished = Promise.resolve().then(perform);
    finished.catch(() => undefined); // for those who asked; its problem is remembered, too
    const task: EngineTask = { engine, controller, finished, phase: 'fetching', done: 0 };
    return task;
  };
  return {
    async start(engine, onWorks) {
      running ??= begin(engine, onWorks);
      await running.finished;
    },
    running: () => running,
    async cancel() {
      running?.controller.abort(new Problem('engine-cancelled'));
      await running?.finished.catch(() => undefined);
    },
  };
}

async function fetchAndTry(options: EngineTaskOptions, task: EngineTask): Promise<WorkingTrial> {
  const { shelf, npm, environment, modelToTry, trialScript: script } = options;
  const { engine } = task;
  const { signal } = task.controller;
  const packages = shelf.packagesOf(engine);
  if (!shelf.isHere(engine)) {
    await mkdir(shelf.folder, { recursive: true });
    await requireRegistry({ npm, environment, folder: shelf.folder, signal });
    const report = (done: number): void => void (task.done = done);
    const [version, folder] = [shelf.version, shelf.placeOf(engine)];
    await installEngine({ packages, version, folder, npm, environment, signal, report });
    await shelf.removeOtherVersions();
  }
  task.phase = 'trying';
  const model = await modelToTry();
  const trial = await tryEngine({ choice: shelf.choiceOf(engine), model, environment, signal, script });
  shelf.remember(engine, trial);
  return trial;
}

/** What went wrong stays to be seen, unless a person stopped it. */
function failed(
  { shelf, log }: EngineTaskOptions,
  engine: GraphicsEngine,
  error: unknown,
  signal: AbortSignal,
): Problem {
  if (signal.aborted) return new Problem('engine-cancelled', {}, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  const problem = Problem.is(error) ? error : new Problem('engine-fetch-failed', { reason }, { cause: error });
  const { code, params, kind } = problem.toData();
  shelf.remember(engine, { error: { code, params: { ...params }, kind } });
  log.warn({ engine, code, params }, 'an engine could not be had');
  return problem;
}
