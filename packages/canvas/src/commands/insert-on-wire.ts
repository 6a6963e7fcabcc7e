import {
  flowPorts,
  kindFits,
  nodesById,
  ownValue,
  sourcesOf,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type Kind,
  type NodePorts,
  type PortsContext,
} from '@jacquard/flow';
import { inOrder, type Command } from '../command.ts';
import { connectionCheck, sourceKind, type Refusal } from '../connection/connection-check.ts';
import { errorBroughtBy } from '../connection/error-brought-by.ts';
import { portRank } from '../connection/port-rank.ts';
import { connect } from './connect.ts';
import { inPlaceOf, rewireEnd, type ReadingEnd } from './rewire-end.ts';

/** A wire by its two ends. */
export interface WireBetween {
  readonly from: string;
  readonly to: ReadingEnd;
}

/** How a node can be put into a wire, or why not: `no-input`, `no-output`: it has no such port at all. */
export type Insertion =
  | { readonly isAllowed: true; readonly command: Command; readonly input: string; readonly output: string }
  | { readonly isAllowed: false; readonly reason: 'no-input' | 'no-output' | 'own-wire' }
  | ({ readonly reason: 'refused' } & Refusal);

/**
 * Puts a node of the flow into a wire: its likeliest free input reads what the wire read, and the wire's end reads its
 * likeliest output. Other wires of the node stay. Nothing happens where kinds, scopes or a circle stand against it.
 *
 *     source ─────────▶ target        source ──▶ node ──▶ target
 */
export function insertOnWire(
  flow: FlowDocument,
  descriptors: Descriptors,
  wire: WireBetween,
  id: string,
  context: PortsContext = {},
): Insertion {
  const node = nodesById(flow).get(id)?.node;
  const ports = flowPorts(flow, descriptors, context);
  const own = ports.get(id);
  if (!node || !own) return { isAllowed: false, reason: 'no-input' };
  if (id === wire.to.node || wire.from.startsWith(`${id}.`)) return { isAllowed: false, reason: 'own-wire' };
  const given = sourceKind(ports, wire.from);
  const wanted = wire.to.side === 'in' ? ownValue(ports.get(wire.to.node)?.inputs, wire.to.port)?.kind : undefined;
  const free = freeInputs(node, own);
  const input = likeliest(free.map(([name, port]) => [name, fitRank(given, port.kind, port.optional)]));
  const outputs = Object.entries(own.outputs).filter(([name]) => name !== 'error');
  const output = likeliest(outputs.map(([name, port]) => [name, fitRank(port.kind, wanted, port.main !== true)]));
  if (input === undefined) return refusedAt(free[0]?.[0], 'no-input', (port) => [wire.from, { node: id, port }]);
  if (output === undefined) return refusedAt(outputs[0]?.[0], 'no-output', (port) => [`${id}.${port}`, wire.to]);
  const command = inOrder(
    connect(wire.from, { node: id, port: input }, own.inputs[input]?.kind.kind === 'list'),
    rewireEnd(wire.to, inPlaceOf(wire.from, `${id}.${output}`)),
  );
  const error = errorBroughtBy(flow, descriptors, command);
  if (error) return { isAllowed: false, reason: 'refused', code: error.code, params: error.params };
  return { isAllowed: true, command, input, output };

  function refusedAt(
    port: string | undefined,
    reason: 'no-input' | 'no-output',
    ends: (port: string) => readonly [string, { readonly node: string; readonly port: string }],
  ): Insertion {
    if (port === undefined) return { isAllowed: false, reason };
    const [from, to] = ends(port);
    const check = connectionCheck(flow, descriptors, { from, to }, context);
    return check.isAllowed ? { isAllowed: false, reason } : { ...check, reason: 'refused' };
  }
}

function freeInputs(node: FlowNode, ports: NodePorts): [string, NodePorts['inputs'][string]][] {
  return Object.entries(ports.inputs).filter(
    ([name, port]) => port.fieldOnly !== true && sourcesOf(ownValue(node.inputs, name)).length === 0,
  );
}

function fitRank(source: Kind | undefined, target: Kind | undefined, isOptional: boolean | undefined): number {
  if (!source || !target) return isOptional ? 1 : 0;
  const { fit } = kindFits(source, target);
  return fit === 'refused' ? Infinity : portRank(fit, target, isOptional);
}

function likeliest(ranked: readonly (readonly [string, number])[]): string | undefined {
  const [best] = ranked.filter(([, rank]) => Number.isFinite(rank)).toSorted(([, one], [, other]) => one - other);
  return best?.[0];
}
