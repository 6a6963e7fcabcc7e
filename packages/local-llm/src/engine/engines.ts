import { Problem, type ProblemData } from '@jacquard/flow';
import type { EngineChoice, EngineName, GraphicsEngine } from './engine-choice.ts';
import { createEngineShelf, type EngineShelf } from './engine-shelf.ts';
import { createEngineTasks, type EngineTaskOptions, type EngineTasks } from './engine-tasks.ts';
import { isTooSlow, type EngineItem, type EnginesState } from './engines-state.ts';
import { findGraphics, type Graphics, type SystemProbe } from './find-graphics.ts';
import { probeSystem } from './probe-system.ts';
import { findNpm } from './run-npm.ts';

/** What engines stand on. */
export interface EnginesOptions extends Pick<EngineTaskOptions, 'environment' | 'log' | 'modelToTry' | 'trialScript'> {
  /** Where they are put: `engines` of the home. */
  readonly folder: string;
  /** Hears that another engine is wanted from now on. */
  readonly onChoice: () => void;
  readonly probe?: SystemProbe | undefined;
  readonly npm?: EngineTaskOptions['npm'] | undefined;
}

/** What a model host is told of engines, and tells. */
export interface HostEngine {
  /** What the next host opens. */
  choose(): EngineChoice;
  /** What a host has opened, and why it isn't what was chosen. */
  opened(engine: EngineName, reason: string | undefined): void;
  /** A host has answered: it works. */
  answered(): void;
  /** A host died before it had answered anything. */
  died(): void;
}

/** The engines for graphics processors: which fit, which are here, and which one models run on. */
export interface Engines extends HostEngine {
  state(): Promise<EnginesState>;
  /**
   * Fetches an engine, tries it and, if it works and isn't far slower than the processor, lets models run on it; without a
   * name the one that fits best. Rejects with what went wrong; models then run on what they ran on.
   */
  install(engine?: GraphicsEngine): Promise<void>;
  /** The same, but resolves once it is under way; how it ends is in the state. */
  begin(engine?: GraphicsEngine): Promise<void>;
  /** Stops what `install` does. */
  cancel(): Promise<void>;
  /** Takes an engine off the disk, and forgets what came of trying it. */
  remove(engine: GraphicsEngine): Promise<void>;
  /** Lets models run on an engine that was tried, or on the processor. Throws `engine-not-ready`. */
  use(engine: EngineName): void;
}

/** See {@link Engines}. Looks at the machine when somebody first asks. */
export function createEngines(options: EnginesOptions): Engines {
  const { folder, environment, log, onChoice } = options;
  const probe = options.probe ?? probeSystem(environment);
  const shelf = createEngineShelf(folder, probe);
  const tasks = createEngineTasks({ ...options, shelf, npm: options.npm ?? findNpm(environment) });
  let found: Promise<Graphics | undefined> | undefined;
  const look = (): Promise<Graphics | undefined> => (found ??= findGraphics(probe));
  const host = createHostEngine(shelf);
  const decide = (engine: EngineName): void => {
    host.forget();
    if (shelf.record.read().chosen === engine && shelf.record.read().crashes === 0) return;
    shelf.record.change({ chosen: engine, crashes: 0 });
    log.info({ engine }, 'models run on another engine from now on');
    onChoice();
  };
  /** The engine to fetch, once it is sure that it can be begun. */
  const pick = async (named: GraphicsEngine | undefined): Promise<GraphicsEngine> => {
    found = undefined; // a driver may have come since
    const engine = named ?? (await look())?.engines[0];
    if (engine === undefined) throw new Problem('engine-no-graphics');
    shelf.packagesOf(engine);
    const other = tasks.running()?.engine ?? engine;
    if (other !== engine) throw new Problem('engine-busy', { engine: other });
    return engine;
  };
  const start = (engine: GraphicsEngine): Promise<void> =>
    tasks.start(engine, (trial) => isTooSlow(trial) || decide(engine));
  return {
    ...host,
    state: async () => stateOf(shelf, tasks, await look(), host),
    install: async (named) => start(await pick(named)),
    async begin(named) {
      start(await pick(named)).catch(() => undefined); // the state says it
    },
    cancel: tasks.cancel,
    async remove(engine) {
      if (tasks.running()?.engine === engine) await tasks.cancel();
      if (shelf.record.read().chosen === engine) decide('cpu');
      shelf.remember(engine, undefined);
      await shelf.remove(engine);
    },
    use(engine) {
      if (engine !== 'cpu' && !isReady(shelf, engine)) throw new Problem('engine-not-ready', { engine });
      decide(engine);
    },
  };
}

function isReady(shelf: EngineShelf, engine: GraphicsEngine): boolean {
  const trial = shelf.trialOf(engine);
  return trial !== undefined && trial.error === undefined && shelf.isHere(engine);
}

/** So many hosts in a row may die at their start; then models run on the processor again. */
const mostCrashes = 2;

interface OwnHostEngine extends HostEngine {
  /** Why models don't run on what was chosen. */
  obstacle(): ProblemData | undefined;
  /** Another choice was made: what the last host said counts no more. */
  forget(): void;
}

function createHostEngine({ record, isHere, choiceOf }: EngineShelf): OwnHostEngine {
  let fallback: ProblemData | undefined;
  const obstacle = (): ProblemData | undefined => {
    const { chosen: engine, crashes } = record.read();
    if (engine === 'cpu') return undefined;
    if (!isHere(engine)) return new Problem('engine-not-ready', { engine }).toData();
    return crashes >= mostCrashes ? new Problem('engine-host-crashed', { engine }).toData() : undefined;
  };
  return {
    obstacle: () => obstacle() ?? fallback,
    forget: () => void (fallback = undefined),
    choose: () => choiceOf(obstacle() === undefined ? record.read().chosen : 'cpu'),
    opened(engine, reason) {
      const { chosen } = record.read();
      const isOther = engine === 'cpu' && chosen !== 'cpu' && reason !== undefined;
      fallback = isOther ? new Problem('engine-fails', { engine: chosen, reason }).toData() : undefined;
    },
    answered: () => void (record.read().crashes > 0 && obstacle() === undefined && record.change({ crashes: 0 })),
    died: () => record.change({ crashes: record.read().crashes + 1 }),
  };
}

function stateOf(
  shelf: EngineShelf,
  tasks: EngineTasks,
  graphics: Graphics | undefined,
  host: OwnHostEngine,
): EnginesState {
  const { chosen, trials } = shelf.record.read();
  const problem = host.obstacle();
  const running = tasks.running();
  const known = [...(graphics?.engines ?? []), ...graphicsEngines.filter((name) => Object.hasOwn(trials, name))];
  const names = new Set([...known, ...(running ? [running.engine] : [])]);
  return {
    using: problem === undefined ? chosen : 'cpu',
    ...(problem && { problem }),
    ...(graphics && { graphics: { names: [...graphics.names], lacksVulkan: graphics.lacksVulkan } }),
    engines: [...names].map((name) => itemOf(shelf, name, running)),
  };
}

const graphicsEngines = ['cuda', 'vulkan', 'metal'] as const;

function itemOf(shelf: EngineShelf, name: GraphicsEngine, running: ReturnType<EngineTasks['running']>): EngineItem {
  const { size } = shelf.packagesOf(name);
  if (running?.engine === name) return { name, size, state: running.phase, done: running.done };
  const { error, devices, speed } = shelf.trialOf(name) ?? {};
  if (error) return { name, size, state: 'failed', error };
  return {
    name,
    size,
    state: isReady(shelf, name) ? 'ready' : 'absent',
    ...(devices && { devices }),
    ...(speed && { speed }),
  };
}
