import { canonicalJson, type JsonValue } from '@jacquard/flow';
import type { Binding, NodePlan, Plan, PortBinding, Recipe, ScopePlan } from './plan.ts';

/**
 * A hash a node of the flow's own graph, by id: of type, version, literals, component configuration and the hashes of
 * its sources; not of ids or positions. A node whose hash isn't the one that it had when its value was made is stale,
 * which can be told before a run.
 */
export function staticHashes({ root, externals }: Plan, hash: (text: string) => string): ReadonlyMap<string, string> {
  const found = new Map<NodePlan, string>();

  const ofNode = (node: NodePlan, scopes: readonly ScopePlan[]): string => {
    const known = found.get(node);
    if (known !== undefined) return known;
    const fallback = typeof node.onError === 'object' ? ofPorts(node.onError.fallback, scopes) : node.onError;
    const inner = node.scope && ofScope(node.scope, [node.scope, ...scopes]);
    const about = { type: node.type, version: node.version, inputs: ofPorts(node.inputs, scopes), fallback };
    const result = hash(canonicalJson({ ...about, ...(inner !== undefined && { inner }) }));
    found.set(node, result);
    return result;
  };
  const ofScope = (scope: ScopePlan, scopes: readonly ScopePlan[]): JsonValue => {
    for (const node of inOrder(scope)) ofNode(node, scopes); // sources first: a long chain must not be a deep recursion
    const outer = scopes.slice(1);
    const state = (scope.loop?.state ?? []).map(({ name, first, next }) => [
      name,
      ofBinding(first, outer),
      ofBinding(next, scopes),
    ]);
    const until = scope.loop?.until === undefined ? null : ofBinding(scope.loop.until, scopes);
    return { state, until, outputs: scope.outputs.map(({ name, binding }) => [name, ofBinding(binding, scopes)]) };
  };
  const ofPorts = (inputs: readonly PortBinding[], scopes: readonly ScopePlan[]): JsonValue => {
    return inputs.map(({ port, binding }) => [port, ofBinding(binding, scopes)]);
  };
  const ofRecipe = ({ type, version, inputs, isDisabled }: Recipe): JsonValue => {
    return { type, version, isDisabled, inputs: ofPorts(inputs, []) };
  };
  const ofBinding = (binding: Binding, scopes: readonly ScopePlan[]): JsonValue => {
    switch (binding.how) {
      case 'literal':
        return { value: binding.value };
      case 'external':
        return { external: externals[binding.external] as JsonValue }; // boundary: plain data without undefined values
      case 'list':
        return { items: binding.items.map((item) => ofBinding(item, scopes)) };
      case 'component':
        return { component: ofRecipe(binding.recipe) };
      default: {
        const node = scopes[binding.up]?.nodes[binding.index];
        if (node === undefined) return { port: binding.port, up: binding.up };
        return { port: binding.port, source: ofNode(node, scopes.slice(binding.up)) };
      }
    }
  };
  return new Map(inOrder(root).map((node) => [node.id, ofNode(node, [root])]));
}

/** The nodes of a scope, each after all that it waits for. */
function inOrder({ nodes, first }: ScopePlan): NodePlan[] {
  const left = nodes.map(({ waits }) => waits);
  const order = first.flatMap((index) => nodes[index] ?? []);
  for (let at = 0; at < order.length; at += 1) {
    for (const index of order[at]?.dependants ?? []) {
      left[index] = (left[index] ?? 0) - 1;
      if (left[index] === 0) order.push(...(nodes[index] ? [nodes[index]] : []));
    }
  }
  return order;
}
