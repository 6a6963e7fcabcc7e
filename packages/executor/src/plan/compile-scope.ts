import { flowInterface, ownValue, type FlowNode, type Kind, type NodeRole } from '@jacquard/flow';
import type { Compilation, Level } from './compilation.ts';
import { definitionOf, portsOf } from './compilation.ts';
import { compileDefault, compileInput, compileInputs } from './compile-binding.ts';
import type { LoopPlan, NodePlan, PortBinding, ScopeKind, ScopeOutput, ScopePlan } from './plan.ts';

const any: Kind = { kind: 'any' };
const running: ReadonlySet<NodeRole> = new Set(['step', 'switch', 'for-each', 'repeat-until', 'sub-flow']);

type Nodes = Readonly<Record<string, FlowNode>>;

/** The graph at the top of a flow; its outputs are those of its output nodes. */
export function compileTop(compilation: Compilation, kind: 'flow' | 'sub-flow'): ScopePlan {
  const { nodes } = compilation.flow;
  const level: Level = { id: undefined, outer: undefined, places: placesOf(compilation, nodes) };
  const outputs = Object.entries(nodes).flatMap(([id, node]) => compileFlowOutput(compilation, level, id, node));
  return { kind, ...compileNodes(compilation, level, nodes), outputs };
}

function compileFlowOutput(compilation: Compilation, level: Level, id: string, node: FlowNode): ScopeOutput[] {
  const { descriptor } = definitionOf(compilation, node);
  if (descriptor.role !== 'flow-output' || node.disabled === true) return [];
  const port = Object.keys(descriptor.inputs)[0] ?? '';
  const kind = ownValue(portsOf(compilation, id).inputs, port)?.kind ?? any;
  const binding = compileInput(compilation, level, ownValue(node.inputs, port), { kind });
  return binding === undefined ? [] : [{ name: id, binding, kind }];
}

function compileInner(compilation: Compilation, outer: Level, id: string, node: FlowNode, kind: ScopeKind): ScopePlan {
  const nodes = node.nodes ?? {};
  const level: Level = { id, outer, places: placesOf(compilation, nodes) };
  const outputs = Object.entries(node.outputs ?? {}).flatMap(([name, output]): ScopeOutput[] => {
    const binding = compileInput(compilation, level, output, { kind: any });
    return binding === undefined ? [] : [{ name, binding, kind: any }];
  });
  const loop = kind === 'repeat-until' ? compileLoop(compilation, level, id, node) : undefined;
  return { kind, ...compileNodes(compilation, level, nodes), outputs, loop };
}

/** `first` is read outside of the loop, `next` and `until` inside. */
function compileLoop(compilation: Compilation, level: Level, id: string, node: FlowNode): LoopPlan {
  const { inner } = portsOf(compilation, id);
  const state = Object.entries(node.state ?? {}).flatMap(([name, { first, next }]) => {
    const kind = ownValue(inner, name)?.kind ?? any;
    const begin = level.outer && compileInput(compilation, level.outer, first, { kind });
    const then = compileInput(compilation, level, next, { kind });
    return begin === undefined || then === undefined ? [] : [{ name, first: begin, next: then }];
  });
  return { state, until: compileInput(compilation, level, node.until, { kind: { kind: 'boolean' } }) };
}

function placesOf(compilation: Compilation, nodes: Nodes): Map<string, number> {
  const ids = Object.keys(nodes).filter((id) => {
    const node = nodes[id];
    if (node === undefined || compilation.idle.has(id)) return false;
    return running.has(definitionOf(compilation, node).descriptor.role);
  });
  return new Map(ids.map((id, index) => [id, index]));
}

type GraphPart = Pick<NodePlan, 'index' | 'waits' | 'dependants'>;

function compileNodes(
  compilation: Compilation,
  level: Level,
  nodes: Nodes,
): Pick<ScopePlan, 'nodes' | 'byId' | 'first'> {
  const graph = compilation.graphs.get(level.id) ?? new Map<string, readonly string[]>();
  const dependants = new Map<number, number[]>();
  const waits = new Map<string, number>();
  for (const [id, index] of level.places) {
    const read = compilation.given.has(id) ? [] : (graph.get(id) ?? []);
    const sources = new Set(read.flatMap((source) => level.places.get(source) ?? []));
    waits.set(id, sources.size);
    for (const source of sources) {
      const known = dependants.get(source);
      if (known === undefined) dependants.set(source, [index]);
      else known.push(index);
    }
  }
  const plans = [...level.places].flatMap(([id, index]) => {
    const node = nodes[id];
    const graphPart = { index, waits: waits.get(id) ?? 0, dependants: dependants.get(index) ?? [] };
    return node === undefined ? [] : [compileNode(compilation, level, id, node, graphPart)];
  });
  return {
    nodes: plans,
    byId: new Map(plans.map((plan) => [plan.id, plan])),
    first: plans.filter((plan) => plan.waits === 0).map((plan) => plan.index),
  };
}

/** What is known of a node without looking at where its inputs come from. */
type NodeBase = Omit<
  NodePlan,
  'inputs' | 'requiresOneOf' | 'components' | 'hasExtra' | 'onError' | 'retry' | 'timeout' | 'scope' | 'isGiven'
>;

function compileNode(
  compilation: Compilation,
  level: Level,
  id: string,
  node: FlowNode,
  graphPart: GraphPart,
): NodePlan {
  const definition = definitionOf(compilation, node);
  const { descriptor } = definition;
  const { outputs } = portsOf(compilation, id);
  const base: NodeBase = {
    ...graphPart,
    id,
    type: node.type,
    version: descriptor.version,
    descriptor,
    definition,
    outputs: Object.fromEntries(Object.entries(outputs).map(([port, { kind }]) => [port, kind])),
    extraOutputs: Object.keys(outputs).filter((port) => !Object.hasOwn(descriptor.outputs, port) && port !== 'error'),
    isDisabled: node.disabled === true,
  };
  return compilation.given.has(id) ? givenNode(base) : bindNode(compilation, level, id, node, base);
}

/** A node whose outputs are given reads nothing and holds nothing, a scope like any other. */
function givenNode(base: NodeBase): NodePlan {
  const none = { requiresOneOf: undefined, retry: undefined, timeout: undefined, scope: undefined };
  return { ...base, ...none, inputs: [], components: [], hasExtra: false, onError: 'fail', isGiven: true };
}

function bindNode(compilation: Compilation, level: Level, id: string, node: FlowNode, base: NodeBase): NodePlan {
  const { descriptor } = base;
  const called = calledFlow(compilation, id, node, descriptor.role);
  const inputs = [...compileInputs(compilation, level, id, node), ...(called ? lookedUpDefaults(called, node) : [])];
  return {
    ...base,
    inputs,
    requiresOneOf: descriptor.requiresOneOf && new Set(descriptor.requiresOneOf),
    components: inputs.filter(({ binding }) => holdsComponent(binding)),
    hasExtra: inputs.some(({ isExtra }) => isExtra),
    onError: compileOnError(compilation, level, id, node),
    retry: node.retry,
    timeout: node.timeout === undefined ? undefined : node.timeout * 1000,
    scope: called ? compileTop(called, 'sub-flow') : compileScopeOf(compilation, level, id, node, descriptor.role),
    isGiven: false,
  };
}

function holdsComponent(binding: PortBinding['binding']): boolean {
  return binding.how === 'component' || (binding.how === 'list' && binding.items.some((item) => holdsComponent(item)));
}

function compileScopeOf(
  compilation: Compilation,
  level: Level,
  id: string,
  node: FlowNode,
  role: NodeRole,
): ScopePlan | undefined {
  if (role !== 'for-each' && role !== 'repeat-until' && role !== 'sub-flow') return undefined;
  return compileInner(compilation, level, id, node, role);
}

/** The flow that a closed sub-flow node calls. */
function calledFlow(compilation: Compilation, id: string, node: FlowNode, role: NodeRole): Compilation | undefined {
  if (role !== 'sub-flow' || node.nodes !== undefined) return undefined;
  const flow = node.inputs?.['flow'];
  return compilation.callFlow(typeof flow === 'string' ? flow : '', id);
}

/** The called flow's own files and settings, for those of its inputs that the node leaves empty. */
function lookedUpDefaults(called: Compilation, node: FlowNode): PortBinding[] {
  return flowInterface(called.flow, called.registry.descriptors, {}, called.ports).inputs.flatMap((input) => {
    const given = ownValue(node.inputs, input.id);
    const external = given === undefined || given === null ? compileDefault(called, input) : undefined;
    if (external === undefined) return [];
    const binding = { how: 'external', external } as const;
    return [{ port: input.id, binding, fallback: undefined, isRequired: false, isExtra: true }];
  });
}

function compileOnError(compilation: Compilation, level: Level, id: string, node: FlowNode): NodePlan['onError'] {
  if (node.onError === undefined || node.onError === 'fail') return 'fail';
  if (node.onError === 'port') return 'port';
  const { outputs } = portsOf(compilation, id);
  const fallback = Object.entries(node.onError.fallback).flatMap(([port, input]): PortBinding[] => {
    const binding = compileInput(compilation, level, input, { kind: ownValue(outputs, port)?.kind ?? any });
    return binding === undefined ? [] : [{ port, binding, fallback: undefined, isRequired: false, isExtra: false }];
  });
  return { fallback };
}
