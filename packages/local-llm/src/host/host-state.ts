import type { Engine } from './engine/open-engine.ts';
import type { HostState } from './host-reply.ts';
import type { ModelCache } from './model-cache.ts';

/** How the host stands now. */
export function hostState({ kind, device, reason, speed }: Engine, models: ModelCache): HostState {
  return {
    engine: { kind, ...(device !== undefined && { device }), ...(reason !== undefined && { reason }) },
    process: process.pid,
    memory: process.memoryUsage.rss(),
    models: models.list().map(({ path, loaded, plan, isMeasured }) => {
      const { busy, waiting } = loaded.pool.load();
      return { path, plan: { ...plan }, isMeasured, memory: loaded.memory(), busy, waiting };
    }),
    ...speed.speed(),
  };
}
