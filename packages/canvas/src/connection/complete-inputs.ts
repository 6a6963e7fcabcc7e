import {
  flowPorts,
  isComponentKind,
  jsonEquals,
  kindFits,
  literalOf,
  nodesById,
  ownValue,
  sourcesOf,
  type ComponentKindName,
  type Descriptors,
  type FlowDocument,
  type InputPort,
  type NodePorts,
  type PlacedNode,
  type PortsContext,
} from '@jacquard/flow';
import { applyCommand, inOrder, type Command } from '../command.ts';
import { connect } from '../commands/connect.ts';
import { connectionCheck } from './connection-check.ts';

/** What an added node reads beside the wire that it came with, and the components that the flow doesn't have yet. */
export interface Completion {
  readonly command: Command;
  readonly missing: readonly { readonly port: string; readonly kind: ComponentKindName }[];
}

/**
 * Wires what a person would wire next to a node that was just added beside another: inputs of the names that the other
 * gives; what the other reads under the same name or label; a model or base that the flow has. Only empty inputs are
 * filled, and only with what fits as it is.
 *
 *     question ─┬─▶ search ─▶ answer        and: search.report ─▶ answer.report, question ─▶ answer.question
 */
export function completeInputs(
  flow: FlowDocument,
  descriptors: Descriptors,
  id: string,
  near: string | undefined,
  context: PortsContext = {},
): Completion {
  const nodes = nodesById(flow);
  const ports = flowPorts(flow, descriptors, context);
  const own = ports.get(id);
  const placed = nodes.get(id);
  const beside = near === undefined || near === id ? undefined : nodes.get(near);
  const commands: Command[] = [];
  const missing: { port: string; kind: ComponentKindName }[] = [];
  let current = flow;
  for (const [port, input] of Object.entries(own?.inputs ?? {})) {
    if (!placed || !isEmptyInput(placed, own, port, input)) continue;
    const component = isComponentKind(input.kind) && input.advanced !== true;
    const found =
      (beside && (outputOf(beside, ports, port, input) ?? inputOf(beside, ports, port, input))) ??
      (component ? componentOf(nodes, ports, input, id) : undefined);
    if (found === undefined) {
      if (component) missing.push({ port, kind: input.kind.kind as ComponentKindName }); // boundary: isComponentKind said so
      continue;
    }
    const check = connectionCheck(current, descriptors, { from: found, to: { node: id, port } }, context);
    if (!check.isAllowed || check.isConverted) continue;
    const command = connect(found, { node: id, port }, check.onList);
    commands.push(command);
    current = applyCommand(current, command);
  }
  return { command: inOrder(...commands), missing };
}

function isEmptyInput({ node }: PlacedNode, own: NodePorts | undefined, port: string, input: InputPort): boolean {
  const held = ownValue(node.inputs, port);
  if (held !== undefined || input.fieldOnly === true) return false;
  const { visibleWhen } = input;
  if (!visibleWhen) return true;
  const value = literalOf(ownValue(node.inputs, visibleWhen.input)) ?? own?.inputs[visibleWhen.input]?.default ?? null;
  return jsonEquals(value, visibleWhen.equals);
}

/** What the other node gives under the name of the input. */
function outputOf(
  { id }: PlacedNode,
  ports: ReadonlyMap<string, NodePorts>,
  name: string,
  input: InputPort,
): string | undefined {
  const output = ownValue(ports.get(id)?.outputs, name);
  const isMeant = output && output.kind.kind === input.kind.kind && kindFits(output.kind, input.kind).fit === 'same';
  return isMeant ? `${id}.${name}` : undefined;
}

/** What the other node reads at an input of the same name or label. */
function inputOf(
  { id, node }: PlacedNode,
  ports: ReadonlyMap<string, NodePorts>,
  name: string,
  input: InputPort,
): string | undefined {
  const isSame = ([other, { label, kind }]: readonly [string, InputPort]): boolean =>
    kind.kind === input.kind.kind && (other === name || label.en === input.label.en);
  const found = Object.entries(ports.get(id)?.inputs ?? {}).find(isSame);
  const sources = found ? sourcesOf(ownValue(node.inputs, found[0])) : [];
  return sources.length === 1 ? sources[0] : undefined;
}

/** The first component of the flow that gives this kind. */
function componentOf(
  nodes: ReadonlyMap<string, PlacedNode>,
  ports: ReadonlyMap<string, NodePorts>,
  input: InputPort,
  self: string,
): string | undefined {
  for (const id of nodes.keys()) {
    const outputs = id === self ? {} : (ports.get(id)?.outputs ?? {});
    const found = Object.entries(outputs).find(([, { kind }]) => kindFits(kind, input.kind).fit === 'same');
    if (found) return `${id}.${found[0]}`;
  }
  return undefined;
}
