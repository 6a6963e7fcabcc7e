import { expect, test } from 'vitest';
import { createComponentCache } from './component-cache.ts';

const never = new AbortController().signal;

test('steps that ask at once share one building, and later ones what was built', async () => {
  const cache = createComponentCache();
  let built = 0;
  const create = async (): Promise<number> => (built += 1);
  expect(await Promise.all([cache.get('a', create, never), cache.get('a', create, never)])).toEqual([1, 1]);
  expect(await cache.get('a', create, never)).toBe(1);
  expect(await cache.get('b', create, never)).toBe(2);
});

test('a building that failed is tried again', async () => {
  const cache = createComponentCache();
  let tries = 0;
  const create = async (): Promise<string> => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return 'ready';
  };
  await expect(cache.get('a', create, never)).rejects.toThrow('not yet');
  expect(await cache.get('a', create, never)).toBe('ready');
});

test('one who leaves disturbs nobody; when all have left, the building is aborted', async () => {
  const cache = createComponentCache();
  const signals: AbortSignal[] = [];
  const create = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  };
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [cache.get('a', create, first.signal), cache.get('a', create, second.signal)].map((one) =>
    one.catch(() => 'left'),
  );
  first.abort();
  expect(await asked[0]).toBe('left');
  expect(signals[0]?.aborted).toBe(false);
  second.abort();
  expect(await asked[1]).toBe('left');
  expect(signals[0]?.aborted).toBe(true);
  expect(signals).toHaveLength(1);
});
