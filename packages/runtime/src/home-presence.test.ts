import { mkdtempSync, writeFileSync } from 'node:fs';
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

test('a damaged file keeps nobody from starting, and nobody is alone then', async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-'));
  writeFileSync(join(home, 'presence.db'), 'no database, and long enough that SQLite reads it as a header '.repeat(20));
  const presence = new HomePresence(home);
  expect(await isAlone(presence)).toBe(false);
  presence.close();
});
