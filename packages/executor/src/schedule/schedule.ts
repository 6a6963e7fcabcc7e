import type { ProblemData } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { NodePlan } from '../plan/plan.ts';
import { advanceScope, openFrame, settleNode } from './frames.ts';
import { openScope } from './open-scope.ts';
import { nodeStatus, type Command, type Frame, type RunState, type Values } from './run-state.ts';

type StepEvent = Extract<RunEvent, { step: string; attempt: number }>;

/**
 * The scheduler: takes what happened, updates the state that it owns and adds what is to be done to `commands`. Costs
 * the same at any size of the flow. Replaying the durable events of a run gives an equal state.
 *
 * `live` holds the values of a `run-start`'s or scope's inputs and of a `step-end`'s outputs where the event itself
 * holds references to them.
 */
export function schedule(state: RunState, event: RunEvent, commands: Command[], live?: Values): void {
  switch (event.type) {
    case 'run-start':
      state.status = 'running';
      state.root = openFrame(
        state,
        state.plan.root,
        { prefix: '', iteration: 0, ports: live ?? event.inputs },
        commands,
      );
      if (state.root.remaining === 0) commands.push({ do: 'end-run', status: 'completed' });
      return;
    case 'run-end':
      state.status = 'ended';
      return;
    case 'step-start':
    case 'step-end':
    case 'step-error':
    case 'run-pause':
    case 'run-answer':
      scheduleStep(state, event, commands, live);
      return;
    case 'step-skip': {
      const frame = frameOf(state, event.step);
      const node = frame && nodeOf(frame, event.step);
      if (!frame || !node) return;
      frame.status[node.index] = nodeStatus.skipped;
      settleNode(state, frame, node, commands);
      return;
    }
    default:
  }
}

function scheduleStep(state: RunState, event: StepEvent, commands: Command[], live: Values | undefined): void {
  const frame = frameOf(state, event.step);
  const node = frame && nodeOf(frame, event.step);
  if (!frame || !node) return;
  if (event.type === 'step-start') {
    startStep(state, frame, node, event.attempt);
    if (node.scope !== undefined && event.pinned !== true) {
      const scope = openScope(state, frame, node, live ?? event.inputs ?? {});
      advanceScope(state, scope, commands);
    }
    return;
  }
  if (event.type === 'step-end') {
    if (node.scope !== undefined) closeScope(state, frame, node, commands);
    frame.status[node.index] = nodeStatus.done;
    frame.outputs[node.index] = live ?? event.outputs;
    settleNode(state, frame, node, commands);
    return;
  }
  if (event.type === 'run-pause' || event.type === 'run-answer') {
    frame.status[node.index] = event.type === 'run-pause' ? nodeStatus.paused : nodeStatus.running;
    return;
  }
  if (event.type !== 'step-error') return;
  if (node.scope !== undefined) closeScope(state, frame, node, commands);
  if (event.retryAfter !== undefined) {
    frame.status[node.index] = nodeStatus.retrying;
    return;
  }
  frame.status[node.index] = nodeStatus.failed;
  failOutwards(state, frame, event.error, commands);
}

function startStep(state: RunState, frame: Frame, node: NodePlan, attempt: number): void {
  frame.status[node.index] = nodeStatus.running;
  frame.attempts[node.index] = attempt;
  state.steps += 1;
}

/** A failed step fails the nearest scope around it that takes errors or tries again, or the run. */
function failOutwards(state: RunState, from: Frame, error: ProblemData, commands: Command[]): void {
  for (let frame: Frame | undefined = from; frame?.scope !== undefined; frame = frame.parent) {
    const { node, frame: outer } = frame.scope;
    if (node.onError === 'fail' && node.retry === undefined) continue;
    closeScope(state, outer, node, commands);
    commands.push({ do: 'fail-scope', frame: outer, node, error });
    return;
  }
  state.status = 'ending';
  commands.push({ do: 'end-run', status: 'failed', error });
}

/** Forgets what still runs inside a scope. */
function closeScope(state: RunState, frame: Frame, node: NodePlan, commands: Command[]): void {
  const path = frame.prefix + node.id;
  const scope = state.scopes.get(path);
  if (scope === undefined) return;
  state.scopes.delete(path);
  const frames = [...scope.open.values()];
  if (frames.length === 0) return;
  for (const inner of frames) closeFrame(state, inner, commands);
  commands.push({ do: 'abort', frames });
}

function closeFrame(state: RunState, frame: Frame, commands: Command[]): void {
  frame.isClosed = true;
  state.frames.delete(frame.prefix);
  for (const node of frame.plan.nodes) if (node.scope !== undefined) closeScope(state, frame, node, commands);
}

/** The open frame that a step's path lies in; undefined once its scope has ended. */
function frameOf(state: RunState, step: string): Frame | undefined {
  const cut = step.lastIndexOf('/');
  return cut < 0 ? state.root : state.frames.get(step.slice(0, cut + 1));
}

/** The node that a step's path names in its frame. */
function nodeOf(frame: Frame, step: string): NodePlan | undefined {
  return frame.plan.byId.get(frame.prefix === '' ? step : step.slice(frame.prefix.length));
}
