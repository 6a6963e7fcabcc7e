import { Worker } from 'node:worker_threads';
import { Problem, type Message, type ProblemData } from '@jacquard/flow';
import type { HostTool } from '../host-request.ts';
import type { PromptPart, TemplateTokens } from './render-chat.ts';

/** What is rendered. */
export interface RenderOrder {
  readonly template: string;
  readonly tokens: TemplateTokens;
  readonly messages: readonly Message[];
  readonly tools?: readonly HostTool[] | undefined;
}

/** What the worker answers. */
export type RenderAnswer = { readonly parts: PromptPart[] } | { readonly problem: ProblemData };

/** Renders chat templates in a thread of its own, one after the other. */
export interface TemplateRenderer {
  /** Throws `model-template-refused`, or `model-template-hostile` when it takes too long or too much memory. */
  render(order: RenderOrder): Promise<PromptPart[]>;
  close(): Promise<void>;
}

/** Longest rendering, in milliseconds: real ones take a few. */
const longestRendering = 5_000;
/** Megabytes that a template's work may take. */
const mostMemory = 256;

/** See {@link TemplateRenderer}. The thread starts with the first order. */
export function createTemplateRenderer(patience = longestRendering): TemplateRenderer {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const limits = { maxOldGenerationSizeMb: mostMemory, stackSizeMb: 4 };
    const started = new Worker(new URL('./template-worker.ts', import.meta.url), { resourceLimits: limits });
    started.on('error', () => undefined); // whoever waits hears of it, too
    started.unref();
    return started;
  };
  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };
  const exchange = async (order: RenderOrder): Promise<PromptPart[]> => {
    worker ??= start();
    const answer = await answerOf(worker, order, patience);
    if (!answer) {
      await stop();
      throw new Problem('model-template-hostile', {});
    }
    if ('parts' in answer) return answer.parts;
    const { code, params, kind } = answer.problem;
    throw new Problem(code, params, { kind });
  };
  return {
    render(order) {
      const rendered = last.then(() => exchange(order));
      last = rendered.catch(() => undefined);
      return rendered;
    },
    close: stop,
  };
}

/** Undefined when the worker ended over it, or didn't answer in time. */
async function answerOf(worker: Worker, order: RenderOrder, patience: number): Promise<RenderAnswer | undefined> {
  const { promise, resolve } = Promise.withResolvers<RenderAnswer | undefined>();
  const end = (): void => resolve(undefined);
  const timer = setTimeout(end, patience);
  worker.once('message', resolve).once('error', end).once('exit', end);
  worker.postMessage(order, []);
  const answer = await promise;
  clearTimeout(timer);
  worker.off('message', resolve).off('error', end).off('exit', end);
  return answer;
}
