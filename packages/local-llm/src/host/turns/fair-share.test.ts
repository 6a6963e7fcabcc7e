import { expect, test } from 'vitest';
import { createFairShare, type FairShare, type Share } from './fair-share.ts';

const run = (name: string, weight = 1): Share => ({ name, weight });

/** Serves so many turns to those who always want one; says how much each got. */
function serve(share: FairShare, turns: number, paths: readonly (readonly Share[])[], cost = 1): Map<string, number> {
  const got = new Map<string, number>();
  for (let turn = 0; turn < turns; turn += 1) {
    const path = paths[share.next(paths) ?? -1] ?? [];
    share.charge(path, cost);
    const name = path.map((level) => level.name).join('/');
    got.set(name, (got.get(name) ?? 0) + cost);
  }
  return got;
}

test('those who always want get the same', () => {
  const got = serve(createFairShare(), 99, [[run('a')], [run('b')], [run('c')]]);
  expect([...got.values()]).toEqual([33, 33, 33]);
});

test('forty requests of one run get no more than one request of another', () => {
  const paths = [...Array.from({ length: 40 }, () => [run('many')]), [run('one')]];
  expect(serve(createFairShare(), 100, paths)).toEqual(
    new Map([
      ['many', 50],
      ['one', 50],
    ]),
  );
});

test('a weight is a share of its level alone', () => {
  const got = serve(createFairShare(), 80, [
    [run('persons', 7), run('a')],
    [run('persons', 7), run('b')],
    [run('batch'), run('c')],
  ]);
  expect(got.get('batch/c')).toBe(10);
  expect(got.get('persons/a')).toBe(35);
  expect(got.get('persons/b')).toBe(35);
});

test('whoever comes later is owed nothing of the past, and owes nothing', () => {
  const share = createFairShare();
  serve(share, 1000, [[run('early')]]);
  const got = serve(share, 10, [[run('early')], [run('late')]]);
  expect(got).toEqual(
    new Map([
      ['early', 5],
      ['late', 5],
    ]),
  );
});

test('thousands of past runs are forgotten, and a turn is still fair', () => {
  const share = createFairShare();
  for (let past = 0; past < 5000; past += 1) share.charge([run(`run-${past}`), run('x')], 1);
  expect(serve(share, 20, [[run('a')], [run('b')]])).toEqual(
    new Map([
      ['a', 10],
      ['b', 10],
    ]),
  );
});

test('with nobody there is no turn', () => {
  expect(createFairShare().next([])).toBeUndefined();
});
