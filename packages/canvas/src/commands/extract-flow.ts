import {
  nodeInputs,
  nodesById,
  parseAddress,
  sourcesOf,
  type FlowDocument,
  type FlowNode,
  type Input,
  type JsonValue,
  type Language,
  type PlacedNode,
} from '@jacquard/flow';
import type { NodeDraft } from '../command.ts';
import { sourceKind } from '../connection/connection-check.ts';
import { eachNode } from '../find-node.ts';
import { nodeIdFor } from '../node-id-for.ts';
import { layExtracted } from './lay-extracted.ts';
import { inputTypeFor, outputTypeFor, type InterfaceType } from './interface-node.ts';
import { refuse, type Refused, type SubFlowGround } from './plan-sub-flow.ts';
import { rewireNode } from './rewire-node.ts';

/** A sub-flow's inside as a flow of its own, and how the node that stays behind is wired to it. */
export interface ExtractedFlow {
  readonly document: FlowDocument;
  /** What the node gives to the flow, by the flow's inputs. */
  readonly inputs: Readonly<Record<string, Input>>;
  /** The name that each output of the node has from now on. */
  readonly outputs: ReadonlyMap<string, string>;
}

interface Growing {
  readonly nodes: Record<string, NodeDraft>;
  readonly inputs: Record<string, Input>;
  readonly outputs: Map<string, string>;
}

/**
 * Makes a flow of what stands in an opened sub-flow. What comes in and goes out gets inputs and outputs of the flow, of
 * the kind that suits; models and other components that are used from outside are copied along, since no value carries
 * them. Refused when there is no input or output for a kind, or a result isn't made inside.
 */
export function extractFlow(
  ground: SubFlowGround,
  id: string,
  name: string,
  language: Language,
): ExtractedFlow | Refused {
  const placed = nodesById(ground.flow);
  const scope = placed.get(id)?.node;
  if (!scope?.nodes) return refuse('selection-not-wrappable');
  const growing: Growing = {
    nodes: structuredClone(scope.nodes) as Growing['nodes'], // boundary: a deep copy of plain data may be changed
    inputs: {},
    outputs: new Map(),
  };
  const refused = takeInputs(growing, ground, placed, language) ?? takeOutputs(growing, ground, scope, language);
  if (refused) return refused;
  const nodes = growing.nodes as Readonly<Record<string, FlowNode>>; // boundary: drafts are nodes
  const all = [...nodesById({ nodes }).values()];
  const versions = all.map(({ node: { type } }) => {
    return [type, ground.flow.types?.[type] ?? ground.descriptors.get(type)?.version ?? 1] as const;
  });
  const document: FlowDocument = {
    jacquard: 1,
    name,
    ...(ground.flow.language && { language: ground.flow.language }),
    nodes,
    types: Object.fromEntries(versions),
    layout: layExtracted(ground.flow, scope.nodes, nodes, ground.places),
  };
  return { document, inputs: growing.inputs, outputs: growing.outputs };
}

/** Every address outside that something inside reads becomes an input of the flow, or a copy of a component. */
function takeInputs(
  growing: Growing,
  ground: SubFlowGround,
  placed: ReadonlyMap<string, PlacedNode>,
  language: Language,
): Refused | undefined {
  const names = new Map<string, string>();
  for (const address of addressesOutside(growing.nodes)) {
    const { node, port } = parseAddress(address);
    const source = placed.get(node)?.node;
    const descriptor = source && ground.descriptors.get(source.type);
    if (source && descriptor?.role === 'component') {
      names.set(address, `${copyComponent(growing, node, placed)}.${port}`);
      continue;
    }
    const kind = sourceKind(ground.ports, address) ?? { kind: 'any' };
    const type = inputTypeFor(kind, ground.descriptors);
    if (!type) return refuse('sub-flow-input-missing', { from: address, kind: kind as JsonValue }); // boundary: kinds are JSON
    const title = source?.title ?? descriptor?.title[language];
    const id = addNode(growing, type, node, title);
    growing.inputs[id] = { from: address };
    names.set(address, `${id}.${type.port}`);
  }
  eachNode(growing.nodes, (node) => rewireNode(node, (address) => names.get(address) ?? address));
  return undefined;
}

function takeOutputs(
  growing: Growing,
  ground: SubFlowGround,
  { outputs = {} }: FlowNode,
  language: Language,
): Refused | undefined {
  for (const [name, { from }] of Object.entries(outputs)) {
    const source = parseAddress(from).node;
    if (!Object.hasOwn(growing.nodes, source)) return refuse('scope-output-outside', { output: name, from });
    const kind = sourceKind(ground.ports, from) ?? { kind: 'any' };
    const type = outputTypeFor(kind, ground.descriptors);
    if (!type) return refuse('sub-flow-output-missing', { from, kind: kind as JsonValue }); // boundary: kinds are JSON
    const node = growing.nodes[source];
    const title = node?.title ?? (node && ground.descriptors.get(node.type)?.title[language]);
    const id = addNode(growing, type, name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-'), title ?? name);
    const made = growing.nodes[id];
    if (made) made.inputs = { [type.port]: { from } };
    growing.outputs.set(name, id);
  }
  return undefined;
}

function addNode({ nodes }: Growing, { descriptor }: InterfaceType, wanted: string, title: string | undefined): string {
  const id = freeId({ nodes }, wanted, descriptor.type);
  nodes[id] = { type: descriptor.type, ...(title !== undefined && { title }) };
  return id;
}

function freeId({ nodes }: Pick<Growing, 'nodes'>, wanted: string, type: string): string {
  const known = { nodes: nodes as Readonly<Record<string, FlowNode>> }; // boundary: drafts are nodes
  return /^[a-z][a-z0-9-]*$/.test(wanted) && !nodesById(known).has(wanted) ? wanted : nodeIdFor(type, known);
}

/** Copies a component with those that it is made of, once. */
function copyComponent(growing: Growing, id: string, placed: ReadonlyMap<string, PlacedNode>): string {
  const node = placed.get(id)?.node;
  if (!node || Object.hasOwn(growing.nodes, id)) return id;
  growing.nodes[id] = structuredClone(node) as NodeDraft; // boundary: as above
  const sources = nodeInputs(node).flatMap(({ input }) => sourcesOf(input));
  for (const address of sources) copyComponent(growing, parseAddress(address).node, placed);
  return id;
}

function addressesOutside(nodes: Growing['nodes']): ReadonlySet<string> {
  const inside = new Set<string>();
  const found = new Set<string>();
  eachNode(nodes, (_node, id) => inside.add(id));
  eachNode(nodes, (node) =>
    rewireNode(node, (address) => {
      if (!inside.has(parseAddress(address).node)) found.add(address);
      return address;
    }),
  );
  return found;
}
