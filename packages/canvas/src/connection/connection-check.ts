import {
  checkFlow,
  flowPorts,
  kindFits,
  ownValue,
  parseAddress,
  type Descriptors,
  type FlowDocument,
  type Issue,
  type JsonValue,
  type Kind,
  type PortsContext,
} from '@jacquard/flow';
import { applyCommand } from '../command.ts';
import { connect, type WireEnd } from '../commands/connect.ts';

/** Whether a wire may be drawn; if not, why, as code and params of a message. */
export type Connection =
  | { readonly isAllowed: true; readonly isConverted: boolean; readonly onList: boolean }
  | { readonly isAllowed: false; readonly code: string; readonly params: Readonly<Record<string, JsonValue>> };

/**
 * Draws the wire in a copy and asks the checks: a wire is refused for every new error that it would bring, a cycle or
 * a reach into another scope as well as a kind that doesn't fit.
 */
export function connectionCheck(
  flow: FlowDocument,
  descriptors: Descriptors,
  wire: { readonly from: string; readonly to: WireEnd },
  context: PortsContext = {},
): Connection {
  const ports = flowPorts(flow, descriptors, context);
  const target = ownValue(ports.get(wire.to.node)?.inputs, wire.to.port);
  const onList = target?.kind.kind === 'list';
  const wired = applyCommand(flow, connect(wire.from, wire.to, onList));
  const before = new Set(errorsOf(flow, descriptors).map(issueKey));
  const error = errorsOf(wired, descriptors).find((issue) => !before.has(issueKey(issue)));
  if (error) return { isAllowed: false, code: error.code, params: error.params };
  const { node, port } = parseAddress(wire.from);
  const source = ownValue(ports.get(node)?.outputs, port) ?? ownValue(ports.get(node)?.inner, port);
  return { isAllowed: true, isConverted: isConverted(source?.kind, target?.kind), onList };
}

function errorsOf(flow: FlowDocument, descriptors: Descriptors): Issue[] {
  return checkFlow(flow, descriptors).filter(({ severity }) => severity === 'error');
}

function issueKey({ code, node, port, params }: Issue): string {
  return JSON.stringify([code, node, port, params]);
}

function isConverted(source: Kind | undefined, target: Kind | undefined): boolean {
  return source !== undefined && target !== undefined && kindFits(source, target).fit === 'converted';
}
