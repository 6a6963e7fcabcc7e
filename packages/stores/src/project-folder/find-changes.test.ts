import { expect, test } from 'vitest';
import type { FlowFile } from './flow-file.ts';
import { findChanges } from './find-changes.ts';

function file(revision: string, traits: { readonly isBroken?: boolean; readonly isYoung?: boolean } = {}): FlowFile {
  const { isBroken = false, isYoung = false } = traits;
  const content = isBroken
    ? { broken: { code: 'flow-not-json', params: {} } }
    : { document: { jacquard: 1 as const, name: 'Flow', nodes: {} }, reformats: false };
  return { path: '/project/flow.flow.json', revision, updatedAt: 0, signature: '', isYoung, content };
}

const nothing = new Set<string>();

test('finds what is new, other and gone', () => {
  const told = new Map([
    ['same', '1'],
    ['other', '1'],
    ['gone', '1'],
  ]);
  const files = new Map([
    ['same', file('1')],
    ['other', file('2')],
    ['new', file('3')],
  ]);
  expect(findChanges(told, files, new Set(['gone'])).changes).toEqual([
    { id: 'other', change: 'saved', revision: '2' },
    { id: 'new', change: 'created', revision: '3' },
    { id: 'gone', change: 'deleted' },
  ]);
});

test('waits for a second look before it calls a file deleted', () => {
  const first = findChanges(new Map([['flow', '1']]), new Map(), nothing);
  expect(first).toMatchObject({ changes: [], isUnsettled: true });
  const back = findChanges(new Map([['flow', '1']]), new Map([['flow', file('1')]]), first.missing);
  expect(back).toMatchObject({ changes: [], isUnsettled: false });
  expect(findChanges(new Map([['flow', '1']]), new Map(), first.missing).changes).toHaveLength(1);
});

test('waits until a file that is being written has been written', () => {
  const told = new Map([['flow', '1']]);
  const half = new Map([['flow', file('2', { isBroken: true, isYoung: true })]]);
  expect(findChanges(told, half, nothing)).toMatchObject({ changes: [], isUnsettled: true });
  const broken = new Map([['flow', file('2', { isBroken: true })]]);
  expect(findChanges(told, broken, nothing)).toMatchObject({ changes: [{ change: 'saved' }], isUnsettled: false });
  const whole = new Map([['flow', file('3', { isYoung: true })]]);
  expect(findChanges(told, whole, nothing)).toMatchObject({ changes: [{ change: 'saved' }], isUnsettled: false });
});
