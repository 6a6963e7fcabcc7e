import type { LlamaModel, LlamaContext, Token } from 'node-llama-cpp';
import type { EnginePlan, TriedPlan } from './engine-plan.ts';

/** Tokens that are written at each place, and longest time for that, in milliseconds. */
const tokens = 12;
const patience = 1_500;
/** Answers that are written together in a lane when it is measured. */
const together = 4;
const contextSize = 256;

/** Tries plans with a model that is loaded: one answer alone, then as many as the plan has lanes for. Ends early when told so. */
export async function measurePlans(
  model: LlamaModel,
  plans: readonly EnginePlan[],
  isWanted: () => boolean,
): Promise<readonly TriedPlan[] | undefined> {
  const tried: TriedPlan[] = [];
  for (const plan of plans) {
    const lanes = await openLanes(model, plan);
    try {
      if (!isWanted()) return undefined;
      const alone = await writingSpeed(lanes.slice(0, 1), 1);
      if (!isWanted()) return undefined;
      tried.push({ plan, alone, together: await writingSpeed(lanes, Math.min(together, plan.width)) });
    } finally {
      await Promise.all(lanes.map((lane) => lane.dispose()));
    }
  }
  return tried;
}

function openLanes(model: LlamaModel, { lanes, threads }: EnginePlan): Promise<LlamaContext[]> {
  const options = { sequences: together, contextSize, batchSize: together, threads, swaFullCache: true };
  return Promise.all(Array.from({ length: lanes }, () => model.createContext(options)));
}

/** Tokens a second of so many answers in each lane, in all. */
async function writingSpeed(lanes: readonly LlamaContext[], width: number): Promise<number> {
  const began = performance.now();
  const written = await Promise.all(lanes.map((lane) => write(lane, width, began)));
  const total = written.reduce((sum, count) => sum + count, 0);
  return (total * 1000) / Math.max(1, performance.now() - began);
}

async function write(lane: LlamaContext, width: number, began: number): Promise<number> {
  const { model } = lane;
  const start = model.tokens.bos ?? (1 as Token); // boundary: any token begins a text
  const sequences = Array.from({ length: width }, () => lane.getSequence());
  const drawn = sequences.map((sequence) => sequence.evaluate([start], { temperature: 0, yieldEogToken: true }));
  let count = 0;
  for (let round = 0; round < tokens && performance.now() - began < patience; round += 1) {
    await Promise.all(drawn.map((answer) => answer.next()));
    count += width;
  }
  await Promise.all(drawn.map((answer) => answer.return()));
  await Promise.all(sequences.map((sequence) => sequence.dispose()));
  return count;
}
