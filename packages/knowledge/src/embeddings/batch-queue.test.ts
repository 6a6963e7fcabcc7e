import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createBatchQueue, type BatchThread } from './batch-queue.ts';

/** A thread that answers when it is told to, with the lengths of the texts. */
function slowThread() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const thread: BatchThread = {
    call: (texts) => {
      asked.push(texts.join(' '));
      return new Promise((resolve, reject) => {
        answers.push(() =>
          texts[0] === 'fail'
            ? reject(new Problem('knowledge-thread-failed', { reason: 'exit 7' }))
            : resolve(Float32Array.from(texts, ({ length }) => length)),
        );
      });
    },
    close: async () => undefined,
  };
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await new Promise((resume) => setTimeout(resume));
  };
  return { asked, answer, queue: createBatchQueue(thread, 'Test') };
}
const patient = { urgent: false, signal: undefined };
const urgent = { urgent: true, signal: undefined };
const lengths = (vectors: readonly Float32Array[]): number[] => vectors.flatMap((vector) => [...vector]);

test('texts of several calls share batches, and each call gets its own vectors in order', async () => {
  const { asked, answer, queue } = slowThread();
  const long = ['aaaa', 'bbb', 'cc', 'd', 'eeee', 'fff', 'gg', 'h', 'i', 'jj'];
  const all = Promise.all([queue.embed(['x'], patient), queue.embed(long, patient), queue.embed(['yyy'], patient)]);
  for (let turn = 0; turn < 3; turn += 1) await answer();
  expect((await all).map(lengths)).toEqual([[1], [4, 3, 2, 1, 4, 3, 2, 1, 1, 2], [3]]);
  expect(asked).toEqual(['x', 'aaaa bbb cc d eeee fff gg h', 'i jj yyy']);
});

test('long texts make small batches', async () => {
  const { asked, queue } = slowThread();
  void queue.embed(['a'.repeat(2_000), 'b'.repeat(1_200), 'c'], patient);
  expect(asked.map(({ length }) => length)).toEqual([3_201, 1]);
});

test('an urgent text overtakes those that wait', async () => {
  const { asked, answer, queue } = slowThread();
  const all = Promise.all(['a', 'b', 'c'].map((text) => queue.embed([text], patient)));
  const question = queue.embed(['question'], urgent);
  expect(asked).toEqual(['a', 'b']);
  for (let turn = 0; turn < 4; turn += 1) await answer();
  await Promise.all([all, question]);
  expect(asked).toEqual(['a', 'b', 'question', 'c']);
});

test('a batch that fails says whose embeddings, and the next one is asked', async () => {
  const { answer, queue } = slowThread();
  const both = Promise.allSettled([queue.embed(['fail'], patient), queue.embed(['x', 'yy'], patient)]);
  await answer();
  await answer();
  expect(await both).toMatchObject([
    { reason: { code: 'embeddings-unavailable', params: { name: 'Test', reason: 'exit 7' } } },
    { value: [new Float32Array([1]), new Float32Array([2])] },
  ]);
});

test('an abort is heard at once, and what waited is never asked', async () => {
  const { asked, answer, queue } = slowThread();
  const abort = new AbortController();
  const all = ['a', 'b', 'c'].map((text) => queue.embed([text], { urgent: false, signal: abort.signal }));
  const settled = Promise.allSettled(all);
  abort.abort('left');
  expect((await settled).map((one) => (one.status === 'rejected' ? one.reason : one.status))).toEqual([
    'left',
    'left',
    'left',
  ]);
  await answer();
  await answer();
  expect(asked).toEqual(['a', 'b']);
  await expect(queue.embed(['d'], { urgent: true, signal: abort.signal })).rejects.toBe('left');
  expect(await queue.embed([], patient)).toEqual([]);
});
