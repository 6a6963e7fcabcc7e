import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HomePresence } from './home-presence.ts';

const isAlone = (presence: HomePresence): Promise<boolean> => presence.enter((alone) => Promise.resolve(alone));

test('the first is alone, the second isn’t, and who comes after both have gone is', async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-'));
  const [first, second] = [new HomePresence(home), new HomePresence(home)];
  expect(await isAlone(first)).toBe(true);
  expect(await isAlone(second)).toBe(false);
  first.close();
  const third = new HomePresence(home);
  expect(await isAlone(third)).toBe(false);
  second.close();
  third.close();
  const fourth = new HomePresence(home);
  expect(await isAlone(fourth)).toBe(true);
  fourth.close();
});
