import type { LlamaModel } from 'node-llama-cpp';
import type { ContextCosts } from '../engine/context-costs.ts';
import { engineProblem } from '../engine/engine-problem.ts';
import { contextBudget, readMemory, requireMemory } from '../engine/memory.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { EnginePlan } from '../plan/engine-plan.ts';
import type { LaneSetOptions } from './lane-set.ts';
import { createSlot, type Lane, type Slot } from './slot.ts';

/** Opens a model's lanes as its plan says. */
export interface LaneOpener extends Pick<LaneSetOptions, 'workers' | 'widthOf' | 'openLane'> {
  follow(plan: EnginePlan): void;
  /** Bytes that open lanes take, as the engine reckons. */
  memory(): number;
}

/** Slots of a lane while few ask: memory is taken when it is needed. */
const narrow = 4;

/** See {@link LaneOpener}. */
export function createLaneOpener(
  engine: Engine,
  model: LlamaModel,
  costs: ContextCosts,
  begun: EnginePlan,
): LaneOpener {
  let plan = begun;
  const open = new Map<Lane, number>();
  const widest = (size: number): number => {
    const budget = contextBudget(readMemory()) / plan.lanes;
    for (let width = plan.width; width > 1; width -= 1) if (costs.of(size, width) <= budget) return width;
    return 1;
  };
  return {
    get workers() {
      return plan.lanes;
    },
    widthOf: (size, wanted) => Math.min(widest(size), wanted > narrow * plan.lanes ? plan.width : narrow),
    async openLane(size, width) {
      const bytes = costs.of(size, width);
      if (engine.kind === 'cpu') requireMemory(bytes, readMemory());
      const context = await model
        .createContext({
          sequences: width,
          contextSize: size,
          batchSize: Math.max(engine.blockTokens, width),
          threads: plan.threads,
          swaFullCache: true,
        })
        .catch((error: unknown) => {
          throw engineProblem(error, 'model-failed');
        });
      const slots: Slot[] = [];
      const lane: Lane = {
        contextTokens: size,
        threads: engine.kind === 'cpu' ? plan.threads : 1,
        width: plan.width,
        slots,
        async close() {
          open.delete(lane);
          await context.dispose();
        },
      };
      for (let count = 0; count < width; count += 1) slots.push(createSlot(lane, context.getSequence()));
      open.set(lane, bytes);
      return lane;
    },
    follow(next) {
      plan = next;
    },
    memory: () => [...open.values()].reduce((sum, bytes) => sum + bytes, 0),
  };
}
