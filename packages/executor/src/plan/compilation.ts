import {
  idleNodes,
  nodesById,
  Problem,
  scopeGraphs,
  type FlowDocument,
  type FlowNode,
  type Graph,
  type NodePorts,
  type PlacedNode,
} from '@jacquard/flow';
import type { NodeDefinition } from '@jacquard/node-kit';
import type { NodeRegistry } from '../interfaces.ts';
import type { External, Recipe } from './plan.ts';

/** What the compilation of one flow document looks things up in. */
export interface Compilation {
  readonly flow: FlowDocument;
  /** The id of a called flow; undefined for the run's own. */
  readonly flowId: string | undefined;
  readonly registry: NodeRegistry;
  readonly placed: ReadonlyMap<string, PlacedNode>;
  readonly graphs: ReadonlyMap<string | undefined, Graph>;
  readonly ports: ReadonlyMap<string, NodePorts>;
  /** Shared with the flows that it calls: places of externals are counted over all. */
  readonly externals: External[];
  readonly recipes: Map<string, Recipe>;
  /** Nodes whose outputs are given: each is a step without inputs. */
  readonly given: ReadonlySet<string>;
  /** Nodes that have nothing to do because of those: they are left out. */
  readonly idle: ReadonlySet<string>;
  /** A flow that this one calls, to be compiled in the node's place. */
  readonly callFlow: (id: string, node: string) => Compilation;
}

/** A scope while it is compiled: the places of its steps, and the scope around it. */
export interface Level {
  /** The id of the scope; undefined at the top of a flow. */
  readonly id: string | undefined;
  readonly outer: Level | undefined;
  readonly places: ReadonlyMap<string, number>;
}

/** Begins the compilation of one flow: its nodes are found and its scopes laid out, nothing is bound yet. */
export function createCompilation(
  source: Pick<Compilation, 'flow' | 'flowId' | 'registry' | 'ports' | 'externals' | 'given' | 'callFlow'>,
): Compilation {
  const placed = nodesById(source.flow);
  const idle = idleNodes(source.flow, source.given);
  return { ...source, placed, idle, graphs: scopeGraphs(source.flow, placed), recipes: new Map() };
}

/** The code of a node's type; `checkFlow` has refused unknown types before. */
export function definitionOf(compilation: Compilation, node: FlowNode): NodeDefinition {
  const definition = compilation.registry.definition(node.type);
  if (definition === undefined) throw new Problem('node-type-missing', { type: node.type });
  return definition;
}

/** The ports of a node with their kinds found. */
export function portsOf(compilation: Compilation, id: string): NodePorts {
  return compilation.ports.get(id) ?? { inputs: {}, outputs: {}, inner: {} };
}
