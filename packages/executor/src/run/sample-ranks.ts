import type { NodePlan } from '../plan/plan.ts';
import { nodeStatus, type Frame } from '../schedule/run-state.ts';

interface Waiting {
  readonly frame: Frame;
  readonly node: NodePlan;
  proceed(): void;
}

/**
 * Gives each step of a node its rank among those that are otherwise equal, in iteration order: a step of a loop's
 * iteration waits until the same node of all earlier iterations has taken its rank, was skipped, or is past.
 */
export interface SampleRanks {
  take(frame: Frame, node: NodePlan, subject: string): number | Promise<number>;
  /** Something has moved: those who wait may look again. */
  recheck(): void;
}

/** Ranks for one run, none given yet. */
export function createSampleRanks(): SampleRanks {
  const counts = new Map<NodePlan, Map<string, number>>();
  const taken = new WeakMap<Frame, Set<number>>();
  const waiting = new Set<Waiting>();

  const isNext = (frame: Frame, node: NodePlan): boolean => {
    if (frame.plan.kind !== 'for-each' || frame.scope === undefined) return true;
    for (const [iteration, other] of frame.scope.open) {
      if (iteration >= frame.iteration) continue;
      const status = other.status[node.index] ?? nodeStatus.waiting;
      const isUndecided = status === nodeStatus.waiting || status === nodeStatus.ready;
      if (isUndecided && taken.get(other)?.has(node.index) !== true) return false;
    }
    return true;
  };
  const count = (frame: Frame, node: NodePlan, subject: string): number => {
    const passed = taken.get(frame) ?? new Set<number>();
    taken.set(frame, passed.add(node.index));
    const ofNode = counts.get(node) ?? new Map<string, number>();
    counts.set(node, ofNode);
    const rank = ofNode.get(subject) ?? 0;
    ofNode.set(subject, rank + 1);
    return rank;
  };
  const recheck = (): void => {
    for (const one of waiting) {
      if (!isNext(one.frame, one.node)) continue;
      waiting.delete(one);
      one.proceed();
    }
  };
  return {
    take: (frame, node, subject) => {
      if (isNext(frame, node)) {
        const rank = count(frame, node, subject);
        recheck();
        return rank;
      }
      return new Promise((resolve) => {
        waiting.add({
          frame,
          node,
          proceed: () => {
            resolve(count(frame, node, subject));
            recheck();
          },
        });
      });
    },
    recheck,
  };
}
