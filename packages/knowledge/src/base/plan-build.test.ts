import { expect, test } from 'vitest';
import type { IndexedFile, SourceFile } from '../interfaces.ts';
import { planBuild } from './plan-build.ts';

const file = (source: string, stamp = '1'): SourceFile => ({ source, path: `/${source}`, size: 1, modified: 1, stamp });
const indexed = (source: string, state: IndexedFile['state'] = 'ready'): IndexedFile => ({
  ...file(source),
  state,
  sha256: source,
  readAt: 1,
  unread: [],
  warnings: [],
  mediaType: 'text/plain',
  passages: 1,
  languages: [],
});
const plan = (sources: readonly SourceFile[], known: readonly IndexedFile[], isAnew = false, retryFailed = false) => {
  const { read, remove, unchanged } = planBuild(sources, known, { isAnew, retryFailed });
  return { read: read.map(({ source, known: old }) => `${source.source} ${old ? 'again' : 'new'}`), remove, unchanged };
};

test('an unchanged file costs nothing, a changed one is read, a new one is read, one that is gone is removed', () => {
  const known = ['same', 'changed', 'gone'].map((source) => indexed(source));
  expect(plan([file('same'), file('changed', '2'), file('new')], known)).toEqual({
    read: ['changed again', 'new new'],
    remove: ['gone'],
    unchanged: 1,
  });
});

test('a file that failed is read again once it has changed, or when that is asked for', () => {
  const known = [indexed('bad', 'failed'), indexed('good')];
  expect(plan([file('bad'), file('good')], known).read).toEqual([]);
  expect(plan([file('bad', '2'), file('good')], known).read).toEqual(['bad again']);
  expect(plan([file('bad'), file('good')], known, false, true).read).toEqual(['bad again']);
});

test('with other settings everything is read as if it were new, and nothing need be removed', () => {
  expect(plan([file('a'), file('b')], [indexed('a'), indexed('gone')], true)).toEqual({
    read: ['a new', 'b new'],
    remove: [],
    unchanged: 0,
  });
});
