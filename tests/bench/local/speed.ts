import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startProgram, type ChildProgram } from '../process/child-program.ts';
import type { ChatLoad, LoadResult } from './chat-load.ts';
import type { EngineOrder, EngineSetting } from './engine-alone.ts';
import { openHostSide, type HostSide } from './host-side.ts';
import { print } from './print.ts';

/** Rounds of each load, host and engine in turn. */
const rounds = 2;
const answerTokens = 64;
const chatCounts = [1, 4, 8, 30];

/** Tokens a second of the host beside the engine alone at its best setting, fairness, and who waits longest for a first token. */
export async function measureSpeed(): Promise<void> {
  const host = await openHostSide();
  const engine = startProgram('local/engine-alone.ts', [host.path]);
  await engine.said;
  try {
    await settle(host);
    for (const chats of chatCounts) await compare(host, engine, chats);
    await measureLoop(host);
  } finally {
    await engine.end();
    await host.close();
  }
}

/** Has the host load the model and measure its plan, which it does once on a machine, when nothing is asked. */
async function settle(host: HostSide): Promise<void> {
  await host.load({ chats: 1, answerTokens: 8 });
  for (let tries = 0; tries < 30; tries += 1) {
    const state = await host.models.hostState();
    const [model] = state?.models ?? [];
    if (model?.isMeasured === true) return print(`plan: ${JSON.stringify(model.plan)}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  print('plan: not measured');
}

async function compare(host: HostSide, engine: ChildProgram, chats: number): Promise<void> {
  const load = { chats, answerTokens };
  const setting = await bestSetting(engine, load);
  await host.load({ chats, answerTokens: 1 }); // both sides have their contexts open
  const own: LoadResult[] = [];
  const bare: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await host.load(load));
    bare.push(await ask<LoadResult>(engine, { kind: 'load', setting, load }));
  }
  const [rate, best] = [median(own.map(rateOf)), median(bare.map(rateOf))];
  const reading = await ask<number>(engine, { kind: 'reading', setting });
  const bound = (1.2 * (own[0]?.promptTokens ?? 0) * 1000) / reading;
  const first = median(own.map(({ worstFirst }) => worstFirst));
  const fairness = median(own.map(({ fairness: index }) => index));
  const together = median(own.map(({ fairnessTogether }) => fairnessTogether));
  print(
    `${chats} chats: host ${rate.toFixed(1)} tokens/s, engine alone ${best.toFixed(1)} (${JSON.stringify(setting)}): ratio ${(rate / best).toFixed(2)} (≥ 0.95 from 4 up)`,
  );
  print(
    `  Jain's index ${together.toFixed(3)} while all are answered (≥ 0.95 at 30), ${fairness.toFixed(3)} from the start; worst first token ${(first / 1000).toFixed(2)} s, 1.2 × all prompts' tokens ÷ reading rate ${(bound / 1000).toFixed(2)} s: ratio ${(first / bound).toFixed(2)} (≤ 1)`,
  );
}

const known = new Map<number, EngineSetting>();

/** The engine's best setting, found once for one chat and once for several. */
async function bestSetting(engine: ChildProgram, load: ChatLoad): Promise<EngineSetting> {
  const contexts = Math.min(2, load.chats);
  const found = known.get(contexts);
  if (found) return found;
  const settings = [
    { contexts, threads: 1, width: 32 },
    { contexts, threads: 1, width: 1 },
    { contexts: 1, threads: 2, width: 32 },
  ];
  const tried: { readonly setting: EngineSetting; readonly rate: number }[] = [];
  for (const setting of settings)
    tried.push({ setting, rate: rateOf(await ask<LoadResult>(engine, { kind: 'load', setting, load })) });
  const [best] = tried.sort((one, other) => other.rate - one.rate);
  const setting = best?.setting ?? { contexts, threads: 1, width: 1 };
  known.set(contexts, setting);
  return setting;
}

/** The delay of this process's event loop, which follows 30 chats as a server does, beside an idle run. */
async function measureLoop(host: HostSide): Promise<void> {
  const delayOf = async (work: () => Promise<unknown>): Promise<number> => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await work();
    delay.disable();
    return delay.percentile(99) / 1e6;
  };
  const idle = await delayOf(() => new Promise((resolve) => setTimeout(resolve, 5_000)));
  const busy = await delayOf(() => host.load({ chats: 30, answerTokens }));
  print(`event loop p99: ${busy.toFixed(1)} ms with 30 chats, ${idle.toFixed(1)} ms idle (≤ 20)`);
}

async function ask<T>({ process: child }: ChildProgram, order: EngineOrder): Promise<T> {
  child.send(order);
  const [answer]: unknown[] = await once(child, 'message');
  return answer as T; // boundary: what engine-alone.ts answers to that order
}

function rateOf({ answerTokens: tokens, time }: LoadResult): number {
  return (tokens * 1000) / time;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = sorted.length % 2 === 1 ? [sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}
