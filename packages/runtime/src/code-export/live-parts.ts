import type { Binding, NodePlan, ScopePlan } from '@jacquard/executor';

/** The outputs of each step that the flow's own outputs come from, by step. Steps that nothing comes from are in none. */
export type LiveParts = ReadonlyMap<NodePlan, ReadonlySet<string>>;

interface Level {
  readonly plan: ScopePlan;
  readonly node: NodePlan | undefined;
  readonly outer: Level | undefined;
}

/** Finds what has to stand in the program: goes from the flow's outputs back to what they are made of. */
export function findLiveParts(root: ScopePlan): LiveParts {
  const live = new Map<NodePlan, Set<string>>();
  const seenLoops = new Set<ScopePlan>();

  const read = (binding: Binding | undefined, level: Level): void => {
    if (binding?.how === 'list') for (const item of binding.items) read(item, level);
    if (binding?.how !== 'source') return;
    let at: Level | undefined = level;
    for (let up = binding.up; up > 0 && at !== undefined; up -= 1) at = at.outer;
    const node = binding.index < 0 ? undefined : at?.plan.nodes[binding.index];
    if (node !== undefined && at !== undefined) take(node, binding.port, at);
  };

  const take = (node: NodePlan, port: string, level: Level): void => {
    const ports = live.get(node);
    if (ports?.has(port) === true) return;
    if (ports !== undefined) ports.add(port);
    else live.set(node, new Set([port]));
    const inner = node.scope && { plan: node.scope, node, outer: level };
    if (ports === undefined) {
      for (const { binding } of node.inputs) read(binding, level);
      if (node.onError !== 'fail' && node.onError !== 'port')
        for (const { binding } of node.onError.fallback) read(binding, level);
      if (inner !== undefined) readLoop(inner);
    }
    for (const output of inner?.plan.outputs ?? []) if (output.name === port && inner) read(output.binding, inner);
  };

  const readLoop = (level: Level): void => {
    const { loop } = level.plan;
    if (loop === undefined || seenLoops.has(level.plan)) return;
    seenLoops.add(level.plan);
    read(loop.until, level);
    for (const { first, next } of loop.state) {
      if (level.outer) read(first, level.outer);
      read(next, level);
    }
  };

  const top: Level = { plan: root, node: undefined, outer: undefined };
  for (const { binding } of root.outputs) read(binding, top);
  return live;
}
