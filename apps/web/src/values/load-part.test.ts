import { expect, test } from 'vitest';
import { loadPart } from './load-part.ts';

test('a part that could not be had is asked for until it is there', async () => {
  let tries = 0;
  const load = async (): Promise<string> => {
    tries += 1;
    if (tries < 3) throw new Error('Failed to fetch dynamically imported module');
    return 'there';
  };
  expect(await loadPart(load, 1)).toBe('there');
  expect(tries).toBe(3);
});
