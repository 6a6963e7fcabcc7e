import { fakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output, step } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });

test('cancelling reaches the model within a word', async () => {
  //  model ──▶ ask ──▶ reply
  const model = fakeChatModel({ replies: ['one two three four five six seven eight nine ten '.repeat(50)] });
  const heard = Promise.withResolvers<void>();
  const { start, events } = createTestExecutor({
    nodes: [modelNode(model), chat, output],
    more: { listener: { event: () => undefined, transient: () => heard.resolve() } },
  });
  const handle = await start({
    model: { type: 'test.model' },
    ask: { type: 'test.chat', inputs: { model: from('model.model'), prompt: 'Count' } },
    reply: { type: 'test.output', inputs: { value: from('ask.answer') } },
  });
  await heard.promise;
  handle.cancel();
  expect(await handle.result).toMatchObject({ status: 'cancelled', outputs: {} });
  expect(model.calls[0]?.options.signal?.aborted).toBe(true);
  const last = events()
    .filter(({ type }) => type !== 'step-trace')
    .slice(-2);
  expect(last).toMatchObject([{ type: 'run-cancel' }, { type: 'run-end', status: 'cancelled' }]);
});

test('cancelling waits for what a step has opened, and lets no other step begin', async () => {
  //  first ──▶ second
  const freed: string[] = [];
  const begun = Promise.withResolvers<void>();
  const first = step('first', (_inputs, { signal, defer }) => {
    defer(() => void freed.push('first'));
    begun.resolve();
    return new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
  });
  const second = step('second', () => {
    freed.push('second ran');
    return null;
  });
  const { start } = createTestExecutor({ nodes: [first, second] });
  const handle = await start({
    first: { type: 'test.first' },
    second: { type: 'test.second', inputs: { value: from('first.value') } },
  });
  await begun.promise;
  handle.cancel();
  handle.cancel();
  await handle.result;
  expect(freed).toEqual(['first']);
});

test('closing the executor leaves a run without an end, to be taken up again', async () => {
  const begun = Promise.withResolvers<void>();
  const slow = step('slow', (_inputs, { signal }) => {
    begun.resolve();
    return new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
  });
  const { start, executor, events } = createTestExecutor({ nodes: [slow] });
  const handle = await start({ slow: { type: 'test.slow' } });
  const outcome = handle.result.catch((error: unknown) => error);
  await begun.promise;
  await executor.close();
  expect(await outcome).toMatchObject({ code: 'run-suspended' });
  expect(events().map(({ type }) => type)).toEqual(['run-start', 'step-start']);
  await expect(start({ slow: { type: 'test.slow' } })).rejects.toMatchObject({ code: 'executor-closed' });
});

test('a log that cannot be written rejects the run', async () => {
  const { start } = createTestExecutor({
    nodes: [step('one', () => 1)],
    more: {
      log: {
        append: () => Promise.reject(new Error('disk full')),
        events: async () => [],
        park: async () => undefined,
      },
    },
  });
  const handle = await start({ one: { type: 'test.one' } });
  await expect(handle.result).rejects.toMatchObject({ code: 'run-log-failed' });
});
