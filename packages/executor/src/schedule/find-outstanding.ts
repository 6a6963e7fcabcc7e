import type { NodePlan } from '../plan/plan.ts';
import { nodeStatus, type Command, type Frame, type RunState } from './run-state.ts';

/** A node whose step had begun and not ended. */
interface RunningNode {
  readonly frame: Frame;
  readonly node: NodePlan;
}

/** What a replayed state leaves to be done. */
export interface Outstanding {
  /** Commands of the replay whose effect is not in the events. */
  readonly outstanding: readonly Command[];
  /** Steps and scopes that ran, or waited for their next attempt, when the events end. Scopes before what they hold. */
  readonly running: readonly RunningNode[];
}

/** Tells what was done of the commands that a replay gave from what wasn't. */
export function findOutstanding(state: RunState, commands: readonly Command[]): Outstanding {
  const outstanding = commands.filter((command) => {
    if (command.do === 'abort') return false;
    if (command.do === 'end-run') return state.status !== 'ended';
    if (command.frame.isClosed) return false;
    const status = command.frame.status[command.node.index];
    if (command.do === 'start' || command.do === 'skip') return status === nodeStatus.ready;
    return status === nodeStatus.running;
  });
  const running: RunningNode[] = [];
  for (const frame of state.frames.values()) {
    for (const node of frame.plan.nodes) {
      const status = frame.status[node.index];
      if (status === nodeStatus.running || status === nodeStatus.retrying) running.push({ frame, node });
    }
  }
  return { outstanding, running };
}
