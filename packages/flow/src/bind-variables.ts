import type { FlowNode } from './flow-document.ts';
import { inputKind } from './input-kind.ts';
import { isInputList } from './input-form.ts';
import type { Input } from './input.ts';
import { itemKindOf, kindFits } from './kind-fits.ts';
import type { Kind } from './kind.ts';
import type { NodePorts } from './node-ports.ts';
import { ownValue } from './own-value.ts';

type OutputKind = (address: string) => Kind | undefined;

/**
 * Finds what a node's type variables stand for: of the kinds that come in by its ports, the first that all others fit;
 * the first of all, when there is none (the others are then refused, each at its wire).
 */
export function bindVariables(node: FlowNode, ports: NodePorts, outputKind: OutputKind): ReadonlyMap<string, Kind> {
  const arriving = new Map<string, Kind[]>();
  for (const [name, port] of Object.entries(ports.inputs)) {
    const input = ownValue(node.inputs, name);
    if (input === undefined || variableOf(port.kind) === undefined) continue;
    for (const kind of kindsArriving(input, port.kind, outputKind)) {
      const variable = variableOf(port.kind) ?? '';
      arriving.set(variable, [...(arriving.get(variable) ?? []), kind]);
    }
  }
  const bound = new Map<string, Kind>();
  for (const [variable, kinds] of arriving) {
    const candidates = [...new Map(kinds.map((kind) => [JSON.stringify(kind), kind])).values()].slice(0, 20);
    const fitting = candidates.find((kind) => candidates.every((other) => kindFits(other, kind).fit !== 'refused'));
    const chosen = fitting ?? candidates[0];
    if (chosen !== undefined) bound.set(variable, chosen);
  }
  return bound;
}

/** The same ports with their variables replaced. */
export function substitutePorts(ports: NodePorts, bound: ReadonlyMap<string, Kind>): NodePorts {
  if (bound.size === 0) return ports;
  const replace = <P extends { readonly kind: Kind }>(side: Readonly<Record<string, P>>): Record<string, P> =>
    Object.fromEntries(
      Object.entries(side).map(([name, port]) => [name, { ...port, kind: substitute(port.kind, bound) }]),
    );
  return { inputs: replace(ports.inputs), outputs: replace(ports.outputs), inner: replace(ports.inner) };
}

/** What arrives for the variable: the items of a list, or the value itself. */
function kindsArriving(input: Input, port: Kind, outputKind: OutputKind): Kind[] {
  const isList = isInputList(input) && port.kind === 'list';
  const inputs = isList ? input : [input];
  return inputs.flatMap((item) => {
    const kind = inputKind(item, outputKind);
    if (kind === undefined || kind.kind === 'variable') return [];
    return [peel(kind, isList ? port.of : port)];
  });
}

function peel(kind: Kind, port: Kind): Kind {
  return port.kind === 'list' ? peel(itemKindOf(kind) ?? kind, port.of) : kind;
}

function variableOf(kind: Kind): string | undefined {
  if (kind.kind === 'list') return variableOf(kind.of);
  return kind.kind === 'variable' ? kind.name : undefined;
}

function substitute(kind: Kind, bound: ReadonlyMap<string, Kind>): Kind {
  if (kind.kind === 'list') return { kind: 'list', of: substitute(kind.of, bound) };
  return kind.kind === 'variable' ? (bound.get(kind.name) ?? kind) : kind;
}
