import { expect, test } from 'vitest';
import {
  arrive,
  changeUpload,
  dropUploads,
  emptyQueue,
  enqueue,
  isBusy,
  nextUploads,
  uploadProgress,
  type UploadQueue,
} from './upload-queue.ts';

const send = (queue: UploadQueue): UploadQueue =>
  nextUploads(queue).reduce((changed, source) => changeUpload(changed, source, 'waiting', { state: 'sending' }), queue);
const statesOf = ({ uploads }: UploadQueue): string[] => uploads.map(({ source, state }) => `${source} ${state}`);

test('three at a time, in order; the next goes once one has arrived', () => {
  const queue = send(enqueue(emptyQueue, ['a', 'b', 'c', 'd']));
  expect(statesOf(queue)).toEqual(['a sending', 'b sending', 'c sending', 'd waiting']);
  expect(nextUploads(queue)).toEqual([]);
  expect(nextUploads(arrive(queue, 'b'))).toEqual(['d']);
});

test('a path that waits or failed is taken once; one on its way is followed', () => {
  const sending = send(enqueue(emptyQueue, ['a']));
  const again = enqueue(enqueue(sending, ['a', 'b', 'b']), ['b']);
  expect(statesOf(again)).toEqual(['a sending', 'a waiting', 'b waiting']);
  expect(nextUploads(again)).toEqual(['b']);
  expect(nextUploads(arrive(again, 'a'))).toEqual(['a', 'b']);
});

test('progress counts what arrived, what failed, and the part of what is on its way', () => {
  const queue = send(enqueue(emptyQueue, ['a', 'b', 'c', 'd']));
  const half = changeUpload(arrive(queue, 'a'), 'b', 'sending', { sent: 0.5 });
  const failed = changeUpload(half, 'c', 'sending', { state: 'failed', problem: 'why' });
  expect(uploadProgress(failed)).toEqual({ share: 2.5 / 4, done: 2, total: 4 });
});

test('cancelled, only what failed stays; a new batch counts from nought', () => {
  const queue = changeUpload(send(enqueue(emptyQueue, ['a', 'b'])), 'a', 'sending', { state: 'failed' });
  const cancelled = dropUploads(arrive(queue, 'b'), 'waiting', 'sending');
  expect(isBusy(cancelled)).toBe(false);
  expect(statesOf(cancelled)).toEqual(['a failed']);
  expect(uploadProgress(enqueue(dropUploads(cancelled, 'failed'), ['c'])).total).toBe(1);
});
