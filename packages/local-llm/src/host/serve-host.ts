import { Problem } from '@jacquard/flow';
import { answerChat, countTokens } from './answer-request.ts';
import { embedTexts } from './embed-texts.ts';
import { createFairQueue, type FairQueue } from './fair-queue.ts';
import { describeGguf } from './describe-gguf.ts';
import { hostRequestSchema, type HostReply, type HostRequest } from './host-protocol.ts';
import { createModelCache, type ModelCache } from './model-cache.ts';
import { openEngine, type Engine } from './open-engine.ts';

type Work = Exclude<HostRequest, { type: 'cancel' }>;

/** Answers the parent process until it is gone. The engine and the models are opened by the first request that needs them. */
export function serveHost(): void {
  const running = new Map<number, AbortController>();
  const perform = createPerformer();
  const reply = (message: HostReply): void => {
    if (process.connected) process.send?.(message);
  };
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the parent decides when this one ends
  process.on('message', (message) => {
    const request = hostRequestSchema.parse(message);
    if (request.type === 'cancel') return running.get(request.id)?.abort(new Problem('cancelled'));
    const controller = new AbortController();
    running.set(request.id, controller);
    perform(request, reply, controller.signal)
      .catch((error: unknown) => reply(problemReply(request.id, error)))
      .finally(() => running.delete(request.id));
    return undefined;
  });
}

function createPerformer(): (request: Work, reply: (message: HostReply) => void, signal: AbortSignal) => Promise<void> {
  let opened: Promise<Opened> | undefined;
  return async (request, reply, signal) => {
    if (request.type === 'describe') {
      return reply({ type: 'describe-result', id: request.id, description: await describeGguf(request.path) });
    }
    const onLoad = (share: number): void => {
      if (request.type === 'chat') reply({ type: 'wait', id: request.id, wait: { for: 'model', share } });
    };
    if (!opened) onLoad(0);
    const { engine, queue, models } = await (opened ??= open());
    const { loaded, release } = await models.use(request.model.path, onLoad);
    try {
      signal.throwIfAborted();
      if (request.type === 'chat') return await answerChat(engine, loaded, queue, request, reply, signal);
      if (request.type === 'embed') return reply(await embedTexts(engine, loaded, queue, request, signal));
      return reply({ type: 'count-result', id: request.id, tokens: countTokens(loaded, request.input) });
    } finally {
      release();
    }
  };
}

interface Opened {
  readonly engine: Engine;
  readonly queue: FairQueue;
  readonly models: ModelCache;
}

async function open(): Promise<Opened> {
  const engine = await openEngine();
  return { engine, queue: createFairQueue(engine.slots), models: createModelCache(engine) };
}

function problemReply(id: number, error: unknown): HostReply {
  const problem = Problem.is(error)
    ? error
    : new Problem('model-failed', { reason: error instanceof Error ? error.message : String(error) }, { kind: 'bug' });
  const { code, params, kind } = problem.toData();
  return { type: 'problem', id, code, params: { ...params }, kind };
}
