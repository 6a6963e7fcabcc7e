import type { Engine } from './open-engine.ts';
import { loadModel, type LoadedModel } from './loaded-model.ts';

/** Models in memory. One that no request uses stays until another is loaded: memory holds one idle model at most. */
export interface ModelCache {
  /** Loads the model when it isn't there; call `release` once. */
  use(path: string): Promise<{ readonly loaded: LoadedModel; release(): void }>;
}

interface Cached {
  readonly loading: Promise<LoadedModel>;
  users: number;
}

/** See {@link ModelCache}. */
export function createModelCache(engine: Engine): ModelCache {
  const models = new Map<string, Cached>();

  const closeIdle = async (): Promise<void> => {
    const idle = [...models].filter(([, { users }]) => users === 0);
    for (const [path] of idle) models.delete(path);
    await Promise.all(idle.map(async ([, { loading }]) => (await loading).close()));
  };
  const add = (path: string): Cached => {
    const loading = closeIdle().then(() => loadModel(engine, path));
    loading.catch(() => models.delete(path));
    const added = { loading, users: 0 };
    models.set(path, added);
    return added;
  };

  return {
    async use(path) {
      const cached = models.get(path) ?? add(path);
      cached.users += 1;
      const loaded = await cached.loading;
      return {
        loaded,
        release: () => {
          cached.users -= 1;
        },
      };
    },
  };
}
