import { Problem } from '@jacquard/flow';
import { fakeChatModel } from '@jacquard/node-kit/testing';
import { modelCallSchema } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { chat, modelNode, output } from '../testing/test-nodes.ts';

//  model ──▶ ask ──▶ out
const flow = {
  model: { type: 'test.model' },
  ask: { type: 'test.chat', inputs: { model: { from: 'model.model' }, prompt: 'Say it' } },
  out: { type: 'test.output', inputs: { value: { from: 'ask.answer' } } },
};

/** A model that can be neither identified nor built, as one that isn't installed. */
const absent = {
  ...modelNode(fakeChatModel({ replies: ['real'] })),
  component: {
    create: () => Promise.reject(new Problem('model-not-installed')),
    identify: () => Promise.reject(new Problem('model-not-installed')),
  },
};

test('what stands in for a model answers in its place, and the model is never looked for', async () => {
  const { run, events } = createTestExecutor({ nodes: [absent, chat, output] });
  const wanted: unknown[] = [];
  const result = await run(flow, {
    standIns: {
      component(component) {
        wanted.push(component);
        return fakeChatModel({ replies: ['stand-in'] });
      },
      services: (own) => own,
    },
  });
  expect(result).toMatchObject({ status: 'completed', outputs: { out: 'stand-in' } });
  expect(wanted).toContainEqual({ kind: 'chat-model', node: 'model', step: 'ask' });
  const trace = events().find((event) => event.type === 'step-trace');
  const call = modelCallSchema.parse(trace?.type === 'step-trace' ? trace.item.data : undefined);
  expect(call).toMatchObject({ component: 'model', number: 1, about: { name: 'Fake', scores: false } });
});

test('what must not be had fails the step that would have it', async () => {
  const { run } = createTestExecutor({ nodes: [absent, chat, output] });
  const refuse = (): never => {
    throw new Problem('not-recorded');
  };
  const result = await run(flow, { standIns: { component: refuse, services: (own) => own } });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'not-recorded', node: 'ask' } });
});
