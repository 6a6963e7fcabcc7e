import { Problem } from '@jacquard/flow';
import type { LocalModels, LocalModelState } from '@jacquard/local-llm';
import type { MeasuredSpeed } from '@jacquard/protocol';
import { modelSpeedSchema } from '@jacquard/protocol';
import type { PreferenceStore, Space } from '@jacquard/stores';
import { z } from 'zod';
import { machineId } from './machine.ts';

const prefix = 'model-speed:';
const recordSchema = modelSpeedSchema.extend({ machine: z.string(), size: z.number() });

/** How fast models were found to be on this machine; kept, and measured when they have just come. */
export interface ModelSpeeds {
  /** By model; what was measured on another machine, or of another file, is left out. */
  of(models: readonly Pick<LocalModelState, 'id' | 'size'>[]): Promise<ReadonlyMap<string, MeasuredSpeed>>;
  /** Measures a model; joins a measurement of it that goes on. Throws as the model does, and the signal's reason. */
  measure(id: string, signal?: AbortSignal): Promise<MeasuredSpeed>;
  isMeasuring(id: string): boolean;
  /** Forgets what was measured of a model that is gone. */
  forget(id: string): Promise<void>;
  /** Measures a model that has just come, as soon as nothing runs; gives way to runs, and tries again after them. */
  measureWhenIdle(id: string): void;
  close(): void;
}

export interface ModelSpeedsSources {
  readonly local: Pick<LocalModels, 'measure' | 'list'>;
  readonly preferences: PreferenceStore;
  readonly space: Space;
  /** Whether runs go on, which a measurement would disturb, and be disturbed by. */
  readonly isBusy: () => boolean;
  /** Hears when a measurement of a model begins and when it has ended. */
  readonly changed: (id: string) => void;
  /** Milliseconds between two looks whether nothing runs. */
  readonly pause?: number;
}

/** See {@link ModelSpeeds}. */
export function createModelSpeeds(sources: ModelSpeedsSources): ModelSpeeds {
  const { local, preferences, space, isBusy, changed, pause = 2_000 } = sources;
  const measuring = new Map<string, Promise<MeasuredSpeed>>();
  const closed = new AbortController();

  const begin = async (id: string, signal: AbortSignal): Promise<MeasuredSpeed> => {
    const size = (await local.list()).find((model) => model.id === id)?.size;
    if (size === undefined) throw new Problem('model-unknown', { model: id });
    const speed = { ...(await local.measure(id, signal)), at: Date.now() };
    await preferences.set(space, prefix + id, { ...speed, machine: machineId(), size });
    return speed;
  };
  const measure = (id: string, signal?: AbortSignal): Promise<MeasuredSpeed> => {
    const running = measuring.get(id);
    if (running) return running;
    const both = signal ? AbortSignal.any([signal, closed.signal]) : closed.signal;
    const measured = begin(id, both).finally(() => {
      measuring.delete(id);
      changed(id);
    });
    measuring.set(id, measured);
    changed(id);
    return measured;
  };
  return {
    async of(models) {
      const kept = await preferences.list(space, prefix);
      const here = machineId();
      const found = models.flatMap(({ id, size }) => {
        const { data } = recordSchema.safeParse(kept.get(prefix + id));
        if (data?.machine !== here || data.size !== size) return [];
        const { machine: _machine, size: _size, ...speed } = data;
        return [[id, speed] as const];
      });
      return new Map(found);
    },
    measure,
    isMeasuring: (id) => measuring.has(id),
    forget: (id) => preferences.delete(space, prefix + id),
    measureWhenIdle: (id) => void measureInQuiet(id, { measure, isBusy, pause, signal: closed.signal }),
    close: () => closed.abort(new Problem('cancelled')),
  };
}

interface Quiet {
  readonly measure: ModelSpeeds['measure'];
  readonly isBusy: () => boolean;
  readonly pause: number;
  readonly signal: AbortSignal;
}

/** Looks now and then whether nothing runs; a run that begins meanwhile ends the measurement. */
async function measureInQuiet(id: string, { measure, isBusy, pause, signal }: Quiet): Promise<void> {
  while (!signal.aborted) {
    await wait(pause, signal);
    if (isBusy()) continue;
    const disturbed = new AbortController();
    const watching = setInterval(() => isBusy() && disturbed.abort(new Problem('cancelled')), 100).unref();
    try {
      await measure(id, disturbed.signal);
      return;
    } catch {
      if (!disturbed.signal.aborted) return; // it can't be measured; whoever asks for it is told why
    } finally {
      clearInterval(watching);
    }
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds).unref();
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
