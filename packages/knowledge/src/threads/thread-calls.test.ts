import { afterEach, expect, test, vi } from 'vitest';
import { createThreadCalls, type ThreadCalls } from './thread-calls.ts';

// Threads take their time to start where other tests run beside these.
vi.setConfig({ testTimeout: 60_000 });

const log = { info: () => undefined, warn: () => undefined };
let calls: ThreadCalls<string, unknown> | undefined;
afterEach(() => calls?.close());

/** A thread that does what it is told. */
function open(idleAfter?: number): ThreadCalls<string, unknown> {
  const serve = new URL('./serve-thread.ts', import.meta.url).href;
  const flow = new URL('../../../flow/src/index.ts', import.meta.url).href;
  const program = `
    import { threadId } from 'node:worker_threads';
    import { Problem } from '${flow}';
    import { serveThread } from '${serve}';
    serveThread(async (order) => {
      if (order === 'die') process.exit(7);
      if (order === 'fail') throw new Error('no such order');
      if (order === 'refuse') throw new Problem('document-empty', { source: 'a' });
      return { result: order === 'thread' ? threadId : order.length };
    });`;
  const script = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  calls = createThreadCalls<string, unknown>({ script, log, idleAfter });
  return calls;
}

test('a call that fails fails alone: problems come as they are, other errors with their reason', async () => {
  const { call } = open();
  const all = await Promise.allSettled([call('fail'), call('refuse'), call('four')]);
  expect(all).toMatchObject([
    { reason: { code: 'knowledge-thread-failed', params: { reason: 'Error: no such order' } } },
    { reason: { code: 'document-empty', params: { source: 'a' } } },
    { value: 4 },
  ]);
});

test('a thread that dies fails what it was asked; the next call gets a new one', async () => {
  const { call } = open();
  await expect(call('die')).rejects.toMatchObject({ code: 'knowledge-thread-failed', params: { reason: 'exit 7' } });
  expect(await call('three')).toBe(5);
});

test('a thread that is idle ends, and a later call starts another', async () => {
  const { call } = open(20);
  const first = await call('thread');
  await new Promise((resume) => setTimeout(resume, 200));
  expect(await call('thread')).not.toBe(first);
});

test('closing ends what was asked', async () => {
  const { call, close } = open();
  const asked = Promise.allSettled([call('three')]);
  await close();
  expect(await asked).toMatchObject([{ reason: { params: { reason: 'closed' } } }]);
});
