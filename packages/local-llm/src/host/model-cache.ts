import { statSync } from 'node:fs';
import { readMemory, requireMemory } from './engine/memory.ts';
import type { Engine } from './engine/open-engine.ts';
import { loadModel, type LoadedModel } from './loaded-model.ts';
import { planToBegin, type EnginePlan } from './plan/engine-plan.ts';
import type { PlanBook } from './plan/plan-book.ts';

/** Models in memory. Idle ones stay as long as there is room, and go when they were not used for a time. */
export interface ModelCache {
  /** Loads the model when it isn't there, and then tells how far that is, from 0 to 1; call `release` once. */
  use(path: string, onLoad?: (share: number) => void): Promise<{ readonly loaded: LoadedModel; release(): void }>;
  /** Those that are loaded. */
  list(): readonly CachedModel[];
}

/** A model that is loaded, and how it is run. */
interface CachedModel {
  readonly path: string;
  readonly loaded: LoadedModel;
  readonly plan: EnginePlan;
  readonly isMeasured: boolean;
  /** Has it run by a plan that was measured. */
  follow(plan: EnginePlan): void;
}

interface Cached {
  readonly loading: Promise<LoadedModel>;
  loaded?: CachedModel;
  users: number;
  usedAt: number;
  /** How much of it is loaded, from 0 to 1. */
  share: number;
  /** Those who wait for it. */
  readonly told: Set<(share: number) => void>;
}

/** What a cache is made of. */
export interface ModelCacheOptions {
  readonly engine: Engine;
  readonly plans: PlanBook;
  /** Milliseconds after which an idle model is unloaded. */
  readonly idleAfter?: number;
}

/** Steps of loading that are told, in shares. */
const leastStep = 0.02;
const fiveMinutes = 300_000;

/** See {@link ModelCache}. */
export function createModelCache({ engine, plans, idleAfter = fiveMinutes }: ModelCacheOptions): ModelCache {
  const models = new Map<string, Cached>();
  const unload = async (path: string): Promise<void> => {
    const { loading } = models.get(path) ?? {};
    models.delete(path);
    await (await loading)?.close();
  };
  const load = async (path: string, onLoad: (share: number) => void): Promise<LoadedModel> => {
    for (let idle = idlest(models); idle && !fits(engine, path); idle = idlest(models)) await unload(idle);
    const model = await loadCached({ engine, plans }, path, onLoad);
    const cached = models.get(path);
    if (cached) Object.assign(cached, { share: 1, loaded: model });
    return model.loaded;
  };
  const add = (path: string): Cached => {
    const onLoad = (share: number): void => {
      if (share - added.share < leastStep) return;
      added.share = share;
      for (const tell of added.told) tell(share);
    };
    const loading = Promise.resolve().then(() => load(path, onLoad));
    loading.catch(() => models.delete(path));
    const added: Cached = { loading, users: 0, usedAt: 0, share: 0, told: new Set() };
    models.set(path, added);
    return added;
  };
  const rest = (path: string, cached: Cached): void => {
    const usedAt = (cached.usedAt = performance.now());
    setTimeout(() => {
      if (models.get(path) === cached && cached.users === 0 && cached.usedAt === usedAt) void unload(path);
    }, idleAfter).unref();
  };

  return {
    list: () => [...models.values()].flatMap(({ loaded }) => loaded ?? []),
    async use(path, onLoad = () => undefined) {
      const cached = models.get(path) ?? add(path);
      cached.users += 1;
      cached.told.add(onLoad);
      if (cached.share < 1) onLoad(cached.share);
      const release = (): void => {
        cached.users -= 1;
        if (cached.users === 0) rest(path, cached);
      };
      try {
        return { loaded: await cached.loading, release };
      } catch (error) {
        release();
        throw error;
      } finally {
        cached.told.delete(onLoad);
      }
    },
  };
}

/** The model that no request uses and that was used longest ago. */
function idlest(models: ReadonlyMap<string, Cached>): string | undefined {
  const idle = [...models].filter(([, { users, loaded }]) => users === 0 && loaded);
  return idle.sort(([, one], [, other]) => one.usedAt - other.usedAt)[0]?.[0];
}

async function loadCached(
  { engine, plans }: Pick<ModelCacheOptions, 'engine' | 'plans'>,
  path: string,
  onLoad: (share: number) => void,
): Promise<CachedModel> {
  const known = await plans.find(path).catch(() => undefined);
  let plan = known ?? planOf(engine);
  let isMeasured = known !== undefined;
  const loaded = await loadModel(engine, path, plan, onLoad);
  return {
    path,
    loaded,
    get plan() {
      return plan;
    },
    get isMeasured() {
      return isMeasured;
    },
    follow(next) {
      [plan, isMeasured] = [next, true];
      loaded.follow(next);
    },
  };
}

/** A graphics processor does most at once in one context with many sequences. */
const widestOnGraphics = 32;

function planOf({ kind, cores }: Engine): EnginePlan {
  return kind === 'cpu' ? planToBegin(cores) : { lanes: 1, threads: 1, width: widestOnGraphics };
}

function fits({ kind }: Engine, path: string): boolean {
  if (kind !== 'cpu') return false; // one model at a time in a graphics processor's memory
  try {
    requireMemory(statSync(path).size, readMemory());
    return true;
  } catch {
    return false;
  }
}
