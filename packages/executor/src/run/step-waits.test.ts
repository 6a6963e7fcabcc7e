import type { ChatModel, ModelWait } from '@jacquard/node-kit';
import { fakeChatModel } from '@jacquard/node-kit/testing';
import type { TransientEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output } from '../testing/test-nodes.ts';

//  model ──▶ ask ──▶ out
const flow = {
  model: { type: 'test.model' },
  ask: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: 'Hello' } },
  out: { type: 'test.output', inputs: { value: { from: 'ask.answer' } } },
};

/** A model that waits where it is told to, and answers once it is let go. */
function busyModel(): { model: ChatModel; wait(wait: ModelWait): void; answer(): void } {
  let tell: (wait: ModelWait) => void = () => undefined;
  const gate = Promise.withResolvers<void>();
  const model: ChatModel = {
    ...fakeChatModel({ replies: ['Hi'] }),
    async *stream(_messages, { onWait } = {}) {
      if (onWait) tell = onWait;
      await gate.promise;
      yield { text: 'Hi' };
    },
  };
  return { model, wait: (wait) => tell(wait), answer: () => gate.resolve() };
}

const waitsIn = (heard: readonly TransientEvent[]): unknown[] =>
  heard.flatMap((event) => (event.type === 'step-progress' ? [event.wait] : []));

test('what a model waits for is told as it knows it, also to who joins, and no more once the step has ended', async () => {
  const { model, wait, answer } = busyModel();
  const { start, heard, executor } = createTestExecutor({ nodes: [modelNode(model), chat, output] });
  const run = await start(flow);
  await expect.poll(() => waitsIn(heard)).toEqual([{ for: 'answer' }]);
  wait({ for: 'turn', before: 2 });
  wait({ for: 'turn', before: 1 });
  await expect.poll(() => waitsIn(heard)).toEqual([{ for: 'answer' }, { for: 'turn', before: 1 }]);
  expect(waitsIn(executor.snapshot('run'))).toEqual([{ for: 'turn', before: 1 }]);
  answer();
  expect((await run.result).status).toBe('completed');
  expect(waitsIn(heard)).toHaveLength(2);
});

test('an answer that comes at once is waited for by nobody', async () => {
  const { run, heard } = createTestExecutor({
    nodes: [modelNode(fakeChatModel({ replies: ['Hi'] })), chat, output],
  });
  await run(flow);
  expect(waitsIn(heard)).toEqual([]);
});
