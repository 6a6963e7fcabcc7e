import { afterEach, expect, test } from 'vitest';
import { createBatchThread, type BatchThread } from './batch-thread.ts';

const log = { info: () => undefined, warn: () => undefined };
let thread: BatchThread | undefined;
afterEach(() => thread?.close());

/** A thread whose vectors are the lengths of the texts; `die` and `fail` are orders. */
function open(idleAfter?: number): BatchThread {
  const program = `
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ id, texts }) => {
      if (texts[0] === 'die') process.exit(7);
      if (texts[0] === 'fail') return parentPort.postMessage({ id, reason: 'no such word' });
      const values = texts[0] === 'thread' ? [threadId] : texts.map((text) => text.length);
      parentPort.postMessage({ id, vectors: new Float32Array(values) });
    });`;
  const script = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  thread = createBatchThread({ script, name: 'Test', log, idleAfter });
  return thread;
}
const patient = { urgent: false, signal: undefined };

test('a batch that fails fails alone, and says why', async () => {
  const { embed } = open();
  const failing = embed(['fail'], patient);
  const working = embed(['three', 'four'], patient);
  await expect(failing).rejects.toMatchObject({
    code: 'embeddings-unavailable',
    params: { name: 'Test', reason: 'no such word' },
  });
  expect([...(await working)]).toEqual([5, 4]);
});

test('a thread that dies fails what it was asked; the next batch gets a new one', async () => {
  const { embed } = open();
  await expect(embed(['die'], patient)).rejects.toMatchObject({ code: 'embeddings-unavailable' });
  expect([...(await embed(['abc'], patient))]).toEqual([3]);
});

test('a thread that is idle ends, and a later batch starts another', async () => {
  const { embed } = open(20);
  const [first] = await embed(['thread'], patient);
  await new Promise((resume) => setTimeout(resume, 200));
  const [second] = await embed(['thread'], patient);
  expect(second).not.toBe(first);
});

test('what was aborted before is not asked at all', async () => {
  const { embed } = open();
  await expect(embed(['a'], { urgent: true, signal: AbortSignal.abort('left') })).rejects.toBe('left');
});
