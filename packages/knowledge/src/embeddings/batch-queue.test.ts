import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createBatchQueue, type BatchThread } from './batch-queue.ts';

/** A thread that answers when it is told to. */
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
            : resolve(new Float32Array([texts.length])),
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

test('two batches are at work, and an urgent one overtakes those that wait', async () => {
  const { asked, answer, queue } = slowThread();
  const all = ['a', 'b', 'c'].map((text) => queue.embed([text], patient));
  all.push(queue.embed(['question'], { urgent: true, signal: undefined }));
  expect(asked).toEqual(['a', 'b']);
  await answer();
  expect(asked).toEqual(['a', 'b', 'question']);
  for (let turn = 0; turn < 3; turn += 1) await answer();
  expect((await Promise.all(all)).map((vectors) => [...vectors])).toEqual([[1], [1], [1], [1]]);
  expect(asked).toEqual(['a', 'b', 'question', 'c']);
});

test('a batch that fails says whose embeddings, and the next one is asked', async () => {
  const { answer, queue } = slowThread();
  const both = Promise.allSettled([queue.embed(['fail'], patient), queue.embed(['x', 'y'], patient)]);
  await answer();
  await answer();
  expect(await both).toMatchObject([
    { reason: { code: 'embeddings-unavailable', params: { name: 'Test', reason: 'exit 7' } } },
    { value: new Float32Array([2]) },
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
});
