import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createWriteQueue } from './write-queue.ts';

/** Records what a database would be told; `fail` breaks the commits of groups larger than one. */
function recorder(options: { readonly failsGroups?: boolean; readonly busyFor?: number } = {}) {
  const told: string[] = [];
  let busy = options.busyFor ?? 0;
  let size = 0;
  const transactions = {
    file: 'test.db',
    begin() {
      if (busy > 0) {
        busy -= 1;
        throw Object.assign(new Error('database is locked'), { errcode: 5 });
      }
      size = 0;
      told.push('begin');
    },
    commit() {
      if (options.failsGroups === true && size > 1) throw Object.assign(new Error('disk full'), { errcode: 13 });
      told.push('commit');
    },
    rollback: () => void told.push('rollback'),
  };
  const work = (name: string) => () => {
    size += 1;
    told.push(name);
    return name;
  };
  return { told, transactions, work };
}

test('commits what arrives in one tick together, and gives each its own result', async () => {
  const { told, transactions, work } = recorder();
  const queue = createWriteQueue(transactions, 100);
  expect(await Promise.all([queue.write(work('a')), queue.write(work('b'))])).toEqual(['a', 'b']);
  await queue.write(work('c'));
  expect(told).toEqual(['begin', 'a', 'b', 'commit', 'begin', 'c', 'commit']);
});

test('refuses a work that throws a problem, and commits its neighbours', async () => {
  const { told, transactions, work } = recorder();
  const queue = createWriteQueue(transactions, 100);
  const refused = queue.write(() => {
    throw new Problem('run-log-gap');
  });
  const [first, second] = await Promise.allSettled([refused, queue.write(work('b'))]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'run-log-gap' } });
  expect(second).toMatchObject({ status: 'fulfilled' });
  expect(told).toEqual(['begin', 'b', 'commit']);
});

test('gives each work a transaction of its own when the group fails as a whole', async () => {
  const { told, transactions, work } = recorder({ failsGroups: true });
  const queue = createWriteQueue(transactions, 100);
  const outcomes = await Promise.allSettled([queue.write(work('a')), queue.write(work('b'))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(told).toEqual(['begin', 'a', 'b', 'rollback', 'begin', 'a', 'commit', 'begin', 'b', 'commit']);
});

test('rolls back and rejects with the bug itself when a work throws anything else', async () => {
  const { told, transactions } = recorder();
  const queue = createWriteQueue(transactions, 100);
  const broken = queue.write(() => {
    throw new TypeError('a bug');
  });
  await expect(broken).rejects.toMatchObject({ code: 'store-failed', kind: 'bug', params: { reason: 'a bug' } });
  expect(told).toEqual(['begin', 'rollback']);
});

test('waits for another process and goes on with all that came meanwhile', async () => {
  const { told, transactions, work } = recorder({ busyFor: 3 });
  const queue = createWriteQueue(transactions, 10_000);
  const first = queue.write(work('a'));
  await new Promise((resolve) => setTimeout(resolve, 3));
  await Promise.all([first, queue.write(work('b'))]);
  await queue.drain();
  expect(told).toEqual(['begin', 'a', 'b', 'commit']);
});

test('gives up on a lock that is held too long', async () => {
  const { transactions, work } = recorder({ busyFor: 1_000_000 });
  const queue = createWriteQueue(transactions, 5);
  await expect(queue.write(work('a'))).rejects.toMatchObject({ code: 'store-locked', params: { file: 'test.db' } });
});
