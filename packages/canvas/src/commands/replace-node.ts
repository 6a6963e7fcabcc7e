import {
  checkFlow,
  flowPorts,
  kindFits,
  nodesById,
  ownValue,
  sourcesOf,
  type Descriptor,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type Input,
  type Kind,
  type NodePorts,
  type PortsContext,
} from '@jacquard/flow';
import { applyCommand, inOrder, type Command, type FlowDraft, type NodeDraft } from '../command.ts';
import { sourceKind } from '../connection/connection-check.ts';
import { portRank } from '../connection/port-rank.ts';
import { findNode } from '../find-node.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { connect } from './connect.ts';
import { dropOverrides } from './drop-overrides.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import type { WireBetween } from './insert-on-wire.ts';
import { readingEnd, rewireEnd, type ReadingEnd } from './rewire-end.ts';
import { setOwn } from './set-own.ts';

/** How a node is replaced by one of another type, and which of its wires find no place there. */
export interface Replacement {
  readonly command: Command;
  readonly lost: readonly WireBetween[];
}

const fromOutside: ReadonlySet<Descriptor['role']> = new Set(['step', 'switch']);

/**
 * Replaces a node by one of another type, under its id, at its place. Wires go to the port of the same name where it
 * fits, else to one whose kind fits; what was written into fields stays where name and kind are the same and the new
 * field takes it. Undefined for scopes, which hold others, and for a type that isn't known.
 */
export function replaceNode(
  flow: FlowDocument,
  descriptors: Descriptors,
  id: string,
  type: string,
  context: PortsContext = {},
): Replacement | undefined {
  const node = nodesById(flow).get(id)?.node;
  const descriptor = descriptors.get(type);
  const isScope = descriptor?.role === 'for-each' || descriptor?.role === 'repeat-until';
  if (!node || !descriptor || node.nodes || isScope) return undefined;
  const before = flowPorts(flow, descriptors, context);
  const bare = inOrder(retype(id, descriptor), ...keptValues(node, before.get(id), descriptor, id));
  const clean = inOrder(bare, ...misfits(applyCommand(flow, bare), descriptors, id));
  const ports = flowPorts(applyCommand(flow, clean), descriptors, context).get(id);
  if (!ports) return undefined;
  const into = placeIncoming(node, id, ports, (from) => sourceKind(before, from));
  const out = placeOutgoing(flow, descriptors, id, ports, context);
  const forCallers: Command = (draft) => keepOverrides(draft, id, ports);
  return { command: inOrder(clean, into.command, out.command, forCallers), lost: [...into.lost, ...out.lost] };
}

/** The node without anything in its inputs, as one of the other type. */
function retype(id: string, descriptor: Descriptor): Command {
  return (draft) => {
    const node = findNode(draft, id)?.node;
    if (!node) return;
    node.type = descriptor.type;
    delete node.inputs;
    if (!fromOutside.has(descriptor.role)) for (const key of ['onError', 'retry', 'timeout'] as const) delete node[key];
    (draft.types ?? (draft.types = {}))[descriptor.type] = descriptor.version;
    dropUnusedTypes(draft);
  };
}

/** Callers go on setting the inputs that the new type has, too. */
function keepOverrides(draft: FlowDraft, id: string, { inputs }: NodePorts): void {
  dropOverrides(draft, ({ node, port }) => node === id && !Object.hasOwn(inputs, port));
}

/** What stood in fields whose name and kind the new type has, too. */
function keptValues(node: FlowNode, before: NodePorts | undefined, { inputs }: Descriptor, id: string): Command[] {
  return Object.entries(node.inputs ?? {}).flatMap(([name, input]) => {
    const [old, port] = [ownValue(before?.inputs, name), ownValue(inputs, name)];
    const isKept =
      sourcesOf(input).length === 0 &&
      port?.wireOnly !== true &&
      old?.kind.kind === port?.kind.kind &&
      old?.field === port?.field &&
      (old?.secret ?? false) === (port?.secret ?? false);
    return isKept && port ? [setInputOf(id, name, input)] : [];
  });
}

/** Takes away what the fields of the new type refuse: out of bounds, or none of its options. */
function misfits(flow: FlowDocument, descriptors: Descriptors, id: string): Command[] {
  const refused = checkFlow(flow, descriptors).filter(
    ({ node, severity, code }) => node === id && severity === 'error' && code.startsWith('input-'),
  );
  return refused.flatMap(({ port }) => (port === undefined ? [] : [setInputOf(id, port, undefined)]));
}

function setInputOf(id: string, port: string, input: Input | undefined): Command {
  return (draft) => {
    const node: NodeDraft | undefined = findNode(draft, id)?.node;
    if (!node) return;
    const inputs = node.inputs ?? (node.inputs = {});
    setOwn(inputs, port, input);
    if (Object.keys(inputs).length === 0) delete node.inputs;
  };
}

interface Placed {
  readonly command: Command;
  readonly lost: readonly WireBetween[];
}

function placeIncoming(
  node: FlowNode,
  id: string,
  ports: NodePorts,
  kindOf: (from: string) => Kind | undefined,
): Placed {
  const taken = new Set<string>();
  const commands: Command[] = [];
  const lost: WireBetween[] = [];
  const wires = Object.entries(node.inputs ?? {}).flatMap(([name, input]) =>
    sourcesOf(input).map((from) => ({ name, from })),
  );
  const isNamed = ({ name }: { readonly name: string }): boolean => Object.hasOwn(ports.inputs, name);
  for (const { name, from } of [...wires.filter(isNamed), ...wires.filter((wire) => !isNamed(wire))]) {
    const open = Object.entries(ports.inputs).filter(
      ([port, { fieldOnly, kind }]) => fieldOnly !== true && (kind.kind === 'list' || !taken.has(port)),
    );
    const port = bestPort(open, name, (kind) => rankOf(kindOf(from), kind));
    if (port === undefined) lost.push({ from, to: { node: id, port: name, side: 'in' } });
    else {
      taken.add(port);
      commands.push(connect(from, { node: id, port }, ports.inputs[port]?.kind.kind === 'list'));
    }
  }
  return { command: inOrder(...commands), lost };
}

function placeOutgoing(
  flow: FlowDocument,
  descriptors: Descriptors,
  id: string,
  ports: NodePorts,
  context: PortsContext,
): Placed {
  const lost: WireBetween[] = [];
  const { nodes, wires } = projectFlow(flow, descriptors, context);
  const inputsOf = new Map(nodes.map((node) => [node.id, node.ports.inputs]));
  const ends = new Map<string, { readonly end: ReadingEnd; readonly next: Map<string, string | undefined> }>();
  for (const wire of wires.filter(({ source }) => source === id)) {
    const end = readingEnd(wire);
    const wanted = end.side === 'in' ? ownValue(inputsOf.get(end.node), end.port)?.kind : undefined;
    const name = wire.from.slice(id.length + 1);
    const port = bestPort(Object.entries(ports.outputs), name, (kind) => (wanted ? rankOf(kind, wanted) : 0));
    if (port === undefined) lost.push({ from: wire.from, to: end });
    const key = `${end.node} ${end.side} ${end.port}`;
    const entry = ends.get(key) ?? { end, next: new Map<string, string | undefined>() };
    entry.next.set(wire.from, port === undefined ? undefined : `${id}.${port}`);
    ends.set(key, entry);
  }
  const commands = [...ends.values()].map(({ end, next }) =>
    rewireEnd(end, (address) => (next.has(address) ? next.get(address) : address)),
  );
  return { command: inOrder(...commands), lost };
}

/** The port of this name, if it fits; else the likeliest of those that do. */
function bestPort(
  ports: readonly (readonly [string, { readonly kind: Kind }])[],
  name: string,
  rank: (kind: Kind) => number,
): string | undefined {
  const fitting = ports
    .map(([port, { kind }]) => [port, rank(kind) - (port === name ? 1000 : 0)] as const)
    .filter(([, score]) => Number.isFinite(score));
  return fitting.toSorted(([, one], [, other]) => one - other)[0]?.[0];
}

function rankOf(source: Kind | undefined, target: Kind): number {
  if (!source) return 0;
  const { fit } = kindFits(source, target);
  return fit === 'refused' ? Infinity : portRank(fit, target, false);
}
