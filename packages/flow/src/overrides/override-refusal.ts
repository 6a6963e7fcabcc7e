import type { Descriptor, InputPort } from '../descriptor.ts';
import type { FlowNode } from '../flow-document.ts';
import { isInputList, secretOf, sourcesOf } from '../input-form.ts';
import type { Input } from '../input.ts';
import { isComponentKind, type Kind } from '../kind.ts';
import type { NodePorts } from '../node-ports.ts';
import { ownValue } from '../own-value.ts';

/**
 * Why callers of a flow may never set an input of a node, whatever its list says:
 *
 * - `unknown`: there is no such input. - `interface`: the flow's own inputs are given as inputs.
 * - `wired`: another node gives it. - `component`: it is no value. - `secret`: it names or holds one.
 * - `ports`: it decides what can be wired to the node. - `code`: it is run. - `address`: it says where something is sent.
 * - `named`: it names a flow, a file or a base beside the flow. - `structure`: it says what the node is, not what it is given.
 */
export const overrideRefusals = [
  'unknown',
  'interface',
  'wired',
  'component',
  'secret',
  'ports',
  'code',
  'address',
  'named',
  'structure',
] as const;
export type OverrideRefusal = (typeof overrideRefusals)[number];

/** A node with what is known of it. */
export interface OverridableNode {
  readonly node: FlowNode;
  readonly descriptor: Descriptor;
  readonly ports: Pick<NodePorts, 'inputs'>;
}

/** Why callers may not set this input; undefined when the flow may let them. */
export function overrideRefusal(
  { node, descriptor, ports }: OverridableNode,
  name: string,
): OverrideRefusal | undefined {
  const port = ownValue(ports.inputs, name);
  if (port === undefined) return 'unknown';
  if (descriptor.role === 'flow-input' || descriptor.role === 'flow-output') return 'interface';
  if (port.override === 'never') return 'structure';
  const kind = refusalOfPort(port, descriptor, name);
  if (kind !== undefined) return kind;
  const input = ownValue(node.inputs, name);
  if (input !== undefined && holdsSecret(input)) return 'secret';
  if (sourcesOf(input).length > 0) return 'wired';
  return port.fieldOnly === true && isStructure(port, descriptor, name) ? 'structure' : undefined;
}

function refusalOfPort(port: InputPort, descriptor: Descriptor, name: string): OverrideRefusal | undefined {
  if (port.secret === true) return 'secret';
  if (isComponentKind(port.kind) || port.wireOnly === true) return 'component';
  if ((descriptor.portsFrom ?? []).some(({ input }) => input === name)) return 'ports';
  if (descriptor.reachesFrom === name) return 'address';
  if (isFile(port.kind)) return 'named';
  return port.field === undefined ? undefined : refusalsOfFields[port.field];
}

const refusalsOfFields: Readonly<Partial<Record<NonNullable<InputPort['field']>, OverrideRefusal>>> = {
  code: 'code',
  expression: 'code',
  template: 'ports',
  'json-schema': 'ports',
  flow: 'named',
  file: 'named',
  knowledge: 'named',
  embeddings: 'named',
};

/**
 * Of the fields that no wire can feed, callers may be let set numbers, switches, choices and models: unless other fields hang
 * on it.
 */
function isStructure({ kind, field, override }: InputPort, descriptor: Descriptor, name: string): boolean {
  if (override === 'allowed') return false;
  const others = Object.values(descriptor.inputs);
  if (others.some(({ visibleWhen }) => visibleWhen?.input === name)) return true;
  const isSetting = kind.kind === 'number' || kind.kind === 'boolean' || kind.kind === 'choice';
  return !isSetting && field !== 'model' && field !== 'reranker';
}

function isFile(kind: Kind): boolean {
  if (kind.kind === 'list') return isFile(kind.of);
  return kind.kind === 'file' || kind.kind === 'image';
}

function holdsSecret(input: Input): boolean {
  return isInputList(input) ? input.some(holdsSecret) : secretOf(input) !== undefined;
}
