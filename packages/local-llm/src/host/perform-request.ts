import { answerChat } from './answer/answer-chat.ts';
import { nextTokens } from './answer/next-tokens.ts';
import { scoreContinuations } from './answer/score-continuations.ts';
import type { SlotWork } from './answer/slot-work.ts';
import { eachText, type TextWork } from './answer/text-work.ts';
import { openEngine, type Engine } from './engine/open-engine.ts';
import type { HostReply } from './host-reply.ts';
import type { HostRequest, HostRequestOf } from './host-request.ts';
import { hostState } from './host-state.ts';
import type { LoadedModel } from './loaded-model.ts';
import { createModelCache, type ModelCache } from './model-cache.ts';
import { knownTokens } from './tokens/known-tokens.ts';
import { createPlanBook } from './plan/plan-book.ts';
import { measureWhenIdle } from './plan/measure-when-idle.ts';
import type { TurnOwner } from './turns/turn-scheduler.ts';

type Work = Exclude<HostRequest, { type: 'cancel' }>;
type ModelWork = Exclude<Work, { type: 'state' }>;
type Reply = (message: HostReply) => void;

/** Performs requests; the engine is opened by the first that needs it. */
export function createPerformer(reply: Reply): {
  perform(request: Work, signal: AbortSignal): Promise<void>;
  /** Milliseconds that the longest turn of work has gone on. */
  longest(): number;
} {
  let opened: Promise<Opened> | undefined;
  let scheduler: Engine['scheduler'] | undefined;
  const performRequest = async (request: Work, signal: AbortSignal): Promise<void> => {
    const { id } = request;
    if (request.type === 'state') {
      const { engine, models } = await (opened ??= open(reply));
      return reply({ type: 'state-result', id, state: hostState(engine, models) });
    }
    const onLoad = (share: number): void => reply({ type: 'wait', id, wait: { for: 'model', share } });
    if (!opened) onLoad(0);
    const { engine, models } = await (opened ??= open(reply));
    ({ scheduler } = engine);
    const { loaded, release } = await models.use(request.model.path, onLoad);
    try {
      signal.throwIfAborted();
      await perform(engine, loaded, request, reply, signal);
    } finally {
      release();
    }
  };
  return { perform: performRequest, longest: () => scheduler?.load().longest ?? 0 };
}

interface Opened {
  readonly engine: Engine;
  readonly models: ModelCache;
}

async function open(reply: Reply): Promise<Opened> {
  const engine = await openEngine(process.env);
  const { kind, reason } = engine;
  reply({ type: 'engine', engine: kind, ...(reason !== undefined && { reason }) });
  const plans = createPlanBook(engine.kind, engine.cores);
  const models = createModelCache({ engine, plans });
  if (engine.kind === 'cpu') measureWhenIdle(engine, models, plans);
  return { engine, models };
}

async function perform(
  engine: Engine,
  loaded: LoadedModel,
  request: ModelWork,
  reply: Reply,
  signal: AbortSignal,
): Promise<void> {
  const { id } = request;
  if (request.type === 'count')
    return reply({ type: 'count-result', id, tokens: (await tokensOf(loaded, request)).length });
  if (request.type === 'tokens')
    return reply({ type: 'tokens-result', id, tokens: (await tokensOf(loaded, request)).map(loaded.nameOf) });
  let energy = 0;
  const spent = (wattHours: number): void => void (energy += wattHours);
  const owner: TurnOwner = { run: request.run, priority: request.priority, spent };
  const took = (): { energy: number; energyEstimated: boolean } => ({
    energy,
    energyEstimated: engine.energy.isEstimated,
  });
  const tell: SlotWork['tell'] = (wait) => reply({ type: 'wait', id, wait });
  const work: SlotWork = { loaded, scheduler: engine.scheduler, owner, signal, tell };
  if (request.type === 'chat') {
    await answerChat(engine, work, request, reply);
    return reply({ type: 'end', id, ...took() });
  }
  if (request.type === 'score') {
    const scores = await scoreContinuations(work, await loaded.tokenizePrompt(request.input), request.continuations);
    return reply({ type: 'score-result', id, scores, ...took() });
  }
  if (request.type === 'next') {
    const after = knownTokens(loaded.model, request.after);
    const found = await nextTokens(work, [...(await loaded.tokenizePrompt(request.input)), ...after], request.top);
    return reply({ type: 'next-result', id, ...found, after: after.map(loaded.nameOf), ...took() });
  }
  const result = await readTexts(engine, loaded, request, { scheduler: engine.scheduler, owner, signal });
  return reply({ ...result, id, ...took() });
}

/** A text's tokens alone, as it would stand in a prompt; messages with all that their template puts around them. */
async function tokensOf(loaded: LoadedModel, { input }: HostRequestOf<'count' | 'tokens'>) {
  return typeof input === 'string' ? loaded.tokenizeText(input) : loaded.tokenizePrompt(input);
}

type TextsResult =
  | { type: 'embed-result'; vectors: number[][]; cut: number }
  | { type: 'rank-result'; scores: number[] };

async function readTexts(
  engine: Engine,
  loaded: LoadedModel,
  request: HostRequestOf<'embed' | 'rank'>,
  work: Omit<TextWork, 'lanes'>,
): Promise<TextsResult> {
  const atOnce = Math.max(1, Math.min(Math.floor(engine.cores / loaded.textLane.threads), mostTextsAtOnce));
  const lanes = Array.from({ length: atOnce }, () => ({ ...loaded.textLane }));
  if (request.type === 'rank') {
    const { query, documents } = request;
    const scores = await eachText({ ...work, lanes }, documents, (text) => loaded.ranker.rank(query, text));
    return { type: 'rank-result', scores };
  }
  const embedded = await eachText({ ...work, lanes }, request.texts, loaded.embedder.embed);
  return {
    type: 'embed-result',
    vectors: embedded.map(({ vector }) => [...vector]),
    cut: embedded.filter(({ isCut }) => isCut).length,
  };
}

/** Contexts for texts that are opened at most: each takes memory. */
const mostTextsAtOnce = 4;
