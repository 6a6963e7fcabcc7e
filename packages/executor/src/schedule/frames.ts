import type { JsonValue } from '@jacquard/flow';
import type { NodePlan, ScopePlan } from '../plan/plan.ts';
import { findSkipReason, readBinding, setOwn } from './read-binding.ts';
import { nodeStatus, type Command, type Frame, type RunState, type ScopeRun, type Values } from './run-state.ts';

/** Opens a graph: the nodes that wait for nothing are ready at once. */
export function openFrame(
  state: RunState,
  plan: ScopePlan,
  at: { prefix: string; parent?: Frame; scope?: ScopeRun; iteration: number; ports: Values },
  commands: Command[],
): Frame {
  const size = plan.nodes.length;
  const frame: Frame = {
    plan,
    prefix: at.prefix,
    parent: at.parent,
    scope: at.scope,
    iteration: at.iteration,
    ports: at.ports,
    status: new Uint8Array(size),
    pending: Int32Array.from(plan.nodes, (node) => node.waits),
    outputs: Array.from<Values | undefined>({ length: size }),
    attempts: new Uint16Array(size),
    remaining: size,
    isClosed: false,
  };
  state.frames.set(frame.prefix, frame);
  for (const index of plan.first) makeReady(frame, index, commands);
  return frame;
}

function makeReady(frame: Frame, index: number, commands: Command[]): void {
  const node = frame.plan.nodes[index];
  if (node === undefined) return;
  frame.status[index] = nodeStatus.ready;
  const reason = node.isDisabled ? 'disabled' : findSkipReason(node, frame);
  commands.push(reason === undefined ? { do: 'start', frame, node } : { do: 'skip', frame, node, reason });
}

/** A node has ended or was skipped: what waits for it may go on, and the frame may be done. */
export function settleNode(state: RunState, frame: Frame, node: NodePlan, commands: Command[]): void {
  frame.remaining -= 1;
  for (const index of node.dependants) {
    const left = (frame.pending[index] ?? 0) - 1;
    frame.pending[index] = left;
    if (left === 0) makeReady(frame, index, commands);
  }
  if (frame.remaining === 0) endFrame(state, frame, commands);
}

/** The outputs of a frame whose nodes have all ended, those that were skipped left out. */
export function readOutputs(state: RunState, frame: Frame): Values {
  const outputs: Record<string, JsonValue> = {};
  for (const { name, binding } of frame.plan.outputs) {
    const value = readBinding(binding, frame, state.externals);
    if (value !== undefined) setOwn(outputs, name, value);
  }
  return outputs;
}

function endFrame(state: RunState, frame: Frame, commands: Command[]): void {
  const { scope } = frame;
  if (scope === undefined) {
    commands.push({ do: 'end-run', status: 'completed' });
    return;
  }
  endIteration(state, scope, frame);
  advanceScope(state, scope, commands);
}

function endIteration(state: RunState, scope: ScopeRun, frame: Frame): void {
  scope.results[frame.plan.kind === 'for-each' ? frame.iteration : 0] = readOutputs(state, frame);
  scope.open.delete(frame.iteration);
  scope.ended += 1;
  state.frames.delete(frame.prefix);
  frame.isClosed = true;
  if (frame.plan.kind === 'repeat-until') planNextTurn(state, scope, frame);
}

/** After a turn: stop when `until` holds, else carry the state on; what was skipped keeps its value. */
function planNextTurn(state: RunState, scope: ScopeRun, frame: Frame): void {
  const { loop } = frame.plan;
  if (loop === undefined) return;
  if (loop.until !== undefined && readBinding(loop.until, frame, state.externals) === true) {
    scope.count = scope.ended;
    return;
  }
  const carried: Record<string, JsonValue> = {};
  for (const { name, next } of loop.state) {
    const value = readBinding(next, frame, state.externals) ?? frame.ports[name];
    if (value !== undefined) setOwn(carried, name, value);
  }
  scope.carried = carried;
}

/** Opens iterations up to the scope's concurrency, and ends the scope after the last. */
export function advanceScope(state: RunState, scope: ScopeRun, commands: Command[]): void {
  while (scope.open.size < scope.concurrency && scope.next < scope.count) {
    const iteration = scope.next;
    scope.next += 1;
    state.iterations += 1;
    const frame = openIteration(state, scope, iteration, commands);
    if (frame.remaining === 0) endIteration(state, scope, frame);
    else scope.open.set(iteration, frame);
  }
  if (scope.open.size === 0 && scope.next >= scope.count) {
    const outputs = collectOutputs(scope);
    commands.push({ do: 'end-scope', frame: scope.frame, node: scope.node, outputs });
  }
}

function openIteration(state: RunState, scope: ScopeRun, iteration: number, commands: Command[]): Frame {
  const plan = scope.node.scope as ScopePlan; // boundary: only nodes with a scope are run as one
  const path = scope.frame.prefix + scope.node.id;
  const prefix = plan.kind === 'sub-flow' ? `${path}/` : `${path}[${iteration}]/`;
  const at = { prefix, parent: scope.frame, scope, iteration, ports: portsOf(plan, scope, iteration) };
  return openFrame(state, plan, at, commands);
}

function portsOf(plan: ScopePlan, scope: ScopeRun, iteration: number): Values {
  if (plan.kind === 'sub-flow') return scope.inputs;
  if (plan.kind === 'repeat-until') return { ...scope.carried, turn: iteration };
  const items = scope.inputs['items'];
  const item = Array.isArray(items) ? (items as readonly JsonValue[])[iteration] : undefined; // boundary: a JSON list
  return item === undefined ? { index: iteration } : { item, index: iteration };
}

function collectOutputs(scope: ScopeRun): Values {
  const plan = scope.node.scope as ScopePlan; // boundary: as above
  if (plan.kind !== 'for-each') return scope.results[0] ?? {};
  const outputs: Record<string, JsonValue> = {};
  for (const { name } of plan.outputs) {
    const list: JsonValue[] = [];
    for (const result of scope.results) {
      if (result !== undefined && Object.hasOwn(result, name)) list.push(result[name] as JsonValue); // boundary: just checked
    }
    setOwn(outputs, name, list);
  }
  return outputs;
}
