import { parentPort } from 'node:worker_threads';
import { Problem } from '@jacquard/flow';
import { createChatRenderer } from './render-chat.ts';
import type { RenderAnswer, RenderOrder } from './template-renderer.ts';

// Renders chat templates, which are programs that came with a model's file: here one that loops or eats memory can be ended
// without harm to anything else.
let last: { readonly template: string; readonly render: ReturnType<typeof createChatRenderer> } | undefined;

parentPort?.on('message', ({ template, tokens, messages, tools }: RenderOrder) => {
  parentPort?.postMessage(answer(), []);

  function answer(): RenderAnswer {
    try {
      if (last?.template !== template) last = { template, render: createChatRenderer(template, tokens) };
      return { parts: last.render(messages, tools) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const problem = Problem.is(error) ? error : new Problem('model-template-refused', { reason });
      return { problem: problem.toData() };
    }
  }
});
