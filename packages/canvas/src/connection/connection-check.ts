import {
  flowPorts,
  kindFits,
  ownValue,
  parseAddress,
  type Descriptors,
  type FlowDocument,
  type Issue,
  type JsonValue,
  type Kind,
  type NodePorts,
  type PortsContext,
} from '@jacquard/flow';
import { connect, type WireEnd } from '../commands/connect.ts';
import { errorBroughtBy } from './error-brought-by.ts';

/** Why a wire can't be drawn, as code and params of a message. */
export interface Refusal {
  readonly isAllowed: false;
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
}

/** Whether a wire may be drawn; if not, why. */
export type Connection =
  | { readonly isAllowed: true; readonly isConverted: boolean; readonly onList: boolean }
  | Refusal;

/**
 * Draws the wire in a copy and asks the checks: a wire is refused for every new error that it would bring, a cycle or
 * a reach into another scope as well as a kind that doesn't fit. A list port takes it beside what it holds, or, where
 * that is a whole list already, in its place.
 */
export function connectionCheck(
  flow: FlowDocument,
  descriptors: Descriptors,
  wire: { readonly from: string; readonly to: WireEnd },
  context: PortsContext = {},
): Connection {
  const ports = flowPorts(flow, descriptors, context);
  const target = ownValue(ports.get(wire.to.node)?.inputs, wire.to.port);
  const isList = target?.kind.kind === 'list';
  const errorOf = (onList: boolean): Issue | undefined =>
    errorBroughtBy(flow, descriptors, connect(wire.from, wire.to, onList));
  const onList = isList && errorOf(true) === undefined;
  const error = onList ? undefined : errorOf(false);
  if (error) return { isAllowed: false, code: error.code, params: error.params };
  return { isAllowed: true, isConverted: isConverted(sourceKind(ports, wire.from), target?.kind), onList };
}

/** The kind of what an address gives, outside its node or inside its scope. */
export function sourceKind(ports: ReadonlyMap<string, NodePorts>, from: string): Kind | undefined {
  const { node, port } = parseAddress(from);
  return (ownValue(ports.get(node)?.outputs, port) ?? ownValue(ports.get(node)?.inner, port))?.kind;
}

function isConverted(source: Kind | undefined, target: Kind | undefined): boolean {
  return source !== undefined && target !== undefined && kindFits(source, target).fit === 'converted';
}
