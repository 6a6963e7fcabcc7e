import type { Engine } from './open-engine.ts';
import { loadModel, type LoadedModel } from './loaded-model.ts';

/** Models in memory. One that no request uses stays until another is loaded: memory holds one idle model at most. */
export interface ModelCache {
  /** Loads the model when it isn't there, and then tells how far that is, from 0 to 1; call `release` once. */
  use(path: string, onLoad?: (share: number) => void): Promise<{ readonly loaded: LoadedModel; release(): void }>;
}

interface Cached {
  readonly loading: Promise<LoadedModel>;
  users: number;
  /** How much of it is loaded, from 0 to 1. */
  share: number;
  /** Those who wait for it. */
  readonly told: Set<(share: number) => void>;
}

/** Steps of loading that are told, in shares. */
const leastStep = 0.02;

/** See {@link ModelCache}. */
export function createModelCache(engine: Engine): ModelCache {
  const models = new Map<string, Cached>();

  const closeIdle = async (): Promise<void> => {
    const idle = [...models].filter(([, { users }]) => users === 0);
    for (const [path] of idle) models.delete(path);
    await Promise.all(idle.map(async ([, { loading }]) => (await loading).close()));
  };
  const add = (path: string): Cached => {
    const told: Cached['told'] = new Set();
    const onLoad = (share: number): void => {
      if (share - added.share < leastStep) return;
      added.share = share;
      for (const tell of told) tell(share);
    };
    const loading = closeIdle().then(async () => {
      const loaded = await loadModel(engine, path, onLoad);
      added.share = 1;
      return loaded;
    });
    loading.catch(() => models.delete(path));
    const added: Cached = { loading, users: 0, share: 0, told };
    models.set(path, added);
    return added;
  };

  return {
    async use(path, onLoad = () => undefined) {
      const cached = models.get(path) ?? add(path);
      cached.users += 1;
      cached.told.add(onLoad);
      if (cached.share < 1) onLoad(cached.share);
      const loaded = await cached.loading.finally(() => cached.told.delete(onLoad));
      return {
        loaded,
        release: () => {
          cached.users -= 1;
        },
      };
    },
  };
}
