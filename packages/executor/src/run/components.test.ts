import { fakeChatModel } from '@jacquard/node-kit/testing';
import { Problem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { NodeDefinition } from '@jacquard/node-kit';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });

//  first ──▶ a ──▶ out        second ──▶ b      (two nodes, one model)
const flow = {
  first: { type: 'test.model' },
  second: { type: 'test.model' },
  a: { type: 'test.chat', inputs: { model: from('first.model'), prompt: 'One' } },
  b: { type: 'test.chat', inputs: { model: from('second.model'), prompt: 'Two' } },
  out: { type: 'test.output', inputs: { value: from('a.answer') } },
};

function counted(create: () => Promise<unknown>): NodeDefinition {
  const node = modelNode(fakeChatModel({ replies: ['Hi'] }));
  return { ...node, component: { create, identify: async () => 'the one model' } };
}

test('nodes that stand on the same share one object, across runs', async () => {
  let created = 0;
  const model = counted(async () => {
    created += 1;
    return fakeChatModel({ replies: ['Hi'] });
  });
  const { run, events } = createTestExecutor({ nodes: [model, chat, output] });
  await run(flow, { runId: '1' });
  await run(flow, { runId: '2' });
  expect(created).toBe(1);
  const begun = events('1').find((event) => event.type === 'step-start' && event.step === 'a');
  expect(begun).toMatchObject({ inputs: { prompt: 'One', model: { type: 'test.model', identity: 'the one model' } } });
});

test('what was configured otherwise is another object, also where answers stand on the same', async () => {
  let created = 0;
  const model = counted(async () => {
    created += 1;
    return fakeChatModel({ replies: ['Hi'] });
  });
  const { run } = createTestExecutor({ nodes: [model, chat, output] });
  await run({ ...flow, first: { ...flow.first, inputs: { name: 'Priced' } } });
  expect(created).toBe(2);
});

test('a model that cannot be made ready fails the step that needs it, by its own problem', async () => {
  const model = counted(() =>
    Promise.reject(new Problem('model-unavailable', { model: 'x' }, { kind: 'operational' })),
  );
  const { run } = createTestExecutor({ nodes: [model, chat, output] });
  expect(await run(flow)).toMatchObject({ status: 'failed', error: { code: 'model-unavailable', node: 'a' } });
});

test('usage is metered a step and a run, and the prompt is told as it was sent', async () => {
  const { run, events } = createTestExecutor({
    nodes: [modelNode(fakeChatModel({ replies: ['One two'] })), chat, output],
  });
  const result = await run(flow);
  expect(result.usage.outputTokens).toBe(4);
  const end = events().find((event) => event.type === 'step-end' && event.step === 'a');
  expect(end).toMatchObject({ usage: { outputTokens: 2, modelCalls: 1, timeToFirstToken: expect.any(Number) } });
  const prompt = events().find((event) => event.type === 'step-trace' && event.step === 'a');
  expect(prompt).toMatchObject({
    item: { form: 'model-call', data: { model: 'Fake', messages: [{ role: 'user', content: 'One' }] } },
  });
});

test('a run that is cancelled asks no longer what its components stand on', async () => {
  const asked = Promise.withResolvers<AbortSignal>();
  const waiting = modelNode(fakeChatModel({ replies: ['Hi'] }));
  const model: NodeDefinition = {
    ...waiting,
    component: {
      create: async () => fakeChatModel({ replies: ['Hi'] }),
      identify: async ({ signal }) => {
        if (signal) asked.resolve(signal);
        return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
    },
  };
  const { start } = createTestExecutor({ nodes: [model, chat, output] });
  const handle = await start(flow);
  const signal = await asked.promise;
  handle.cancel();
  expect((await handle.result).status).toBe('cancelled');
  expect(signal.aborted).toBe(true);
});

test('what a component stands on is asked again after it could not be told', async () => {
  let asked = 0;
  const model = modelNode(fakeChatModel({ replies: ['Hi'] }));
  const identify = async (): Promise<string> => {
    asked += 1;
    if (asked === 1) throw new Problem('model-unavailable', { model: 'x' }, { kind: 'operational' });
    return 'ready';
  };
  const node: NodeDefinition = {
    ...model,
    component: { create: async () => fakeChatModel({ replies: ['Hi'] }), identify },
  };
  const { run } = createTestExecutor({ nodes: [node, chat, output] });
  const retried = { ...flow, a: { ...flow.a, retry: { attempts: 2, delay: 0 } } };
  expect(await run(retried)).toMatchObject({ status: 'completed' });
});
