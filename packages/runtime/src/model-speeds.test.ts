import type { JsonValue } from '@jacquard/flow';
import type { PreferenceStore } from '@jacquard/stores';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createModelSpeeds, type ModelSpeeds } from './model-speeds.ts';

const model = { id: 'small', size: 10 };

function memory(): PreferenceStore {
  const kept = new Map<string, JsonValue>();
  return {
    get: async (_space, key) => kept.get(key),
    set: async (_space, key, value) => void kept.set(key, value),
    delete: async (_space, key) => void kept.delete(key),
    list: async (_space, prefix) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
  };
}

interface Bench {
  readonly speeds: ModelSpeeds;
  readonly preferences: PreferenceStore;
  readonly measured: AbortSignal[];
  readonly changed: string[];
  isBusy: boolean;
}

/** Each measurement takes 20 ms, unless it is told to end. */
function bench(preferences = memory()): Bench {
  const measured: AbortSignal[] = [];
  const changed: string[] = [];
  const local = {
    list: async () => [model as never], // boundary: nothing else of a state is looked at
    measure: async (_id: string, signal = new AbortController().signal) => {
      measured.push(signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      signal.throwIfAborted();
      return { reading: 100, writing: 20 };
    },
  };
  const made: Bench = {
    preferences,
    measured,
    changed,
    isBusy: false,
    speeds: createModelSpeeds({
      local,
      preferences,
      space: 'main',
      isBusy: () => made.isBusy,
      changed: (id) => changed.push(id),
      pause: 10,
    }),
  };
  onTestFinished(() => made.speeds.close());
  return made;
}

test('what was measured is kept with its date, told, and joined by who asks meanwhile', async () => {
  const { speeds, measured, changed, preferences } = bench();
  const [one, other] = await Promise.all([speeds.measure('small'), speeds.measure('small')]);
  expect(one).toEqual({ reading: 100, writing: 20, at: expect.any(Number) });
  expect(other).toBe(one);
  expect(measured).toHaveLength(1);
  expect(changed).toEqual(['small', 'small']);
  expect(await bench(preferences).speeds.of([model])).toEqual(new Map([['small', one]]));
});

test('of another file, or on another machine, it says nothing', async () => {
  const { speeds, preferences } = bench();
  await speeds.measure('small');
  expect(await speeds.of([{ ...model, size: 11 }])).toEqual(new Map());
  await preferences.set('main', 'model-speed:small', { reading: 1, at: 1, machine: 'elsewhere', size: 10 });
  expect(await speeds.of([model])).toEqual(new Map());
  await expect(speeds.measure('nothing')).rejects.toMatchObject({ code: 'model-unknown' });
});

test('a model that has just come is measured once nothing runs, and gives way to a run', async () => {
  const made = bench();
  made.isBusy = true;
  made.speeds.measureWhenIdle('small');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made.measured).toEqual([]);
  made.isBusy = false;
  await vi.waitUntil(() => made.measured.length === 1);
  made.isBusy = true;
  await vi.waitUntil(() => made.measured[0]?.aborted);
  made.isBusy = false;
  await vi.waitUntil(async () => (await made.speeds.of([model])).size === 1, { timeout: 5000 });
});
