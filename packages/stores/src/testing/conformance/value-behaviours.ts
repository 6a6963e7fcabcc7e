import { expect } from 'vitest';
import type { FileValue, JsonValue } from '@jacquard/flow';
import { endedRun, manyBytes, startRun, textFile, upload, type Behaviours } from './behaviour.ts';

const reference = (ref: string): JsonValue => ({ ref, kind: 'text', size: 100, preview: 'x' });

/** Kept outputs and large values. */
export const valueBehaviours: Behaviours = {
  'gives a large value to the runs that hold it, by a reference that names its content': async (stores) => {
    const ref = await stores.values.put('main', 'one', { b: 1, a: 'x'.repeat(100_000) });
    expect(ref).toBe(await stores.values.put('main', 'two', { a: 'x'.repeat(100_000), b: 1 }));
    expect(await stores.values.get('main', 'two', ref)).toEqual({ a: 'x'.repeat(100_000), b: 1 });
    expect(await stores.values.get('main', 'three', ref)).toBeUndefined();
    expect(await stores.values.get('main', 'one', '0'.repeat(64))).toBeUndefined();
  },

  'keeps outputs by key, the latest of each, and knows whose they are': async (stores) => {
    const { values } = stores;
    for (const id of ['one', 'two']) await startRun(stores, 'main', id);
    await values.keep('main', [
      { key: 'a', runId: 'one', outputs: { n: 1 } },
      { key: 'b', runId: 'one', outputs: { n: 2 } },
    ]);
    await values.keep('main', [{ key: 'a', runId: 'two', outputs: { n: 3 } }]);
    expect(await values.kept('main', ['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', { from: 'two', outputs: { n: 3 } }],
        ['b', { from: 'one', outputs: { n: 2 } }],
      ]),
    );
  },

  'lets a run that takes kept outputs read their large values and files, also once the first run is gone': async (
    stores,
  ) => {
    const { runs, values, files } = stores;
    await endedRun(stores, 'main', 'one');
    const ref = await values.put('main', 'one', 'a large value');
    const file = await files.put('main', { kind: 'run', id: 'one' }, textFile, upload('hello'), manyBytes);
    await values.keep('main', [{ key: 'k', runId: 'one', outputs: { text: reference(ref), list: [{ deep: file }] } }]);
    await values.kept('main', ['k'], 'two');
    await runs.delete('main', 'one');
    await files.collect('main');
    expect(await values.get('main', 'two', ref)).toBe('a large value');
    expect(await files.read('main', { kind: 'run', id: 'two' }, file.file)).toEqual(Buffer.from('hello'));
  },

  'lets a run that goes on from another read its large values and files': async (stores) => {
    const { runs, values, files } = stores;
    await endedRun(stores, 'main', 'one');
    const ref = await values.put('main', 'one', 'a large value');
    const file = await files.put('main', { kind: 'run', id: 'one' }, textFile, upload('hello'), manyBytes);
    await values.share('main', 'one', 'two', { text: reference(ref), list: [{ deep: file }] });
    await runs.delete('main', 'one');
    expect(await values.get('main', 'two', ref)).toBe('a large value');
    expect(await files.read('main', { kind: 'run', id: 'two' }, file.file)).toEqual(Buffer.from('hello'));
  },

  'gives no access by a value that only looks like a reference': async (stores) => {
    const { values, files } = stores;
    for (const id of ['victim', 'attacker', 'accomplice']) await startRun(stores, 'main', id);
    const ref = await values.put('main', 'victim', 'not yours');
    const file = await files.put('main', { kind: 'flow', id: 'victim' }, textFile, upload('not yours'), manyBytes);
    const forged: Record<string, JsonValue> = { text: reference(ref), file: file satisfies FileValue };
    await values.keep('main', [{ key: 'k', runId: 'attacker', outputs: forged }]);
    await values.share('main', 'attacker', 'accomplice', forged);
    await values.kept('main', ['k'], 'attacker');
    await values.kept('main', ['k'], 'accomplice');
    for (const runId of ['attacker', 'accomplice']) {
      expect(await values.get('main', runId, ref)).toBeUndefined();
      expect(await files.read('main', { kind: 'run', id: runId }, file.file)).toBeUndefined();
    }
  },
};
