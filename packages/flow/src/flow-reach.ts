import { subFlowsOf } from './check-sub-flows.ts';
import type { Descriptor, Descriptors } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { isInputList, isObjectInput, literalOf } from './input-form.ts';
import type { Input } from './input.ts';
import { nodeInputs } from './node-inputs.ts';
import { nodesById } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';

/**
 * Something that a run of the flow would use. `model`: a local one, by its name. `address`: an origin that something is
 * sent to; `*` when a run decides it; the node type when the operator's configuration does. `file`, `secret`: by name.
 */
export interface FlowReach {
  readonly kind: 'model' | 'address' | 'file' | 'secret';
  readonly name: string;
  /** The nodes of this flow that use it; a sub-flow's uses count for the node that runs it. */
  readonly nodes: readonly string[];
}

/** Sub-flows are followed so deep. */
const deepest = 32;

/**
 * All that a flow would use: shown before an imported flow first runs, and in the line that says what leaves the machine.
 * Disabled nodes use nothing. Order: as first met.
 */
export function flowReach(
  flow: FlowDocument,
  descriptors: Descriptors,
  context: { readonly flow?: ((id: string) => FlowDocument | undefined) | undefined } = {},
): FlowReach[] {
  const found = new Map<string, { reach: Omit<FlowReach, 'nodes'>; nodes: Set<string> }>();
  const entered = new Set<string>();
  const visit = (document: FlowDocument, owner: string | undefined, depth: number): void => {
    for (const { id, node } of nodesById(document).values()) {
      const descriptor = descriptors.get(node.type);
      if (descriptor === undefined || node.disabled === true) continue;
      for (const reach of reachesOf(node, descriptor)) {
        const key = `${reach.kind}:${reach.name}`;
        const entry = found.get(key) ?? { reach, nodes: new Set() };
        found.set(key, entry);
        entry.nodes.add(owner ?? id);
      }
    }
    for (const { placed, flow: name } of subFlowsOf(document, descriptors)) {
      const via = owner ?? placed.id;
      const key = `${via} ${name}`;
      const next = depth < deepest && !entered.has(key) ? context.flow?.(name) : undefined;
      entered.add(key);
      if (next !== undefined && placed.node.disabled !== true) visit(next, via, depth + 1);
    }
  };
  visit(flow, undefined, 0);
  return [...found.values()].map(({ reach, nodes }) => ({ ...reach, nodes: [...nodes] }));
}

function reachesOf(node: FlowNode, descriptor: Descriptor): Omit<FlowReach, 'nodes'>[] {
  const reaches: Omit<FlowReach, 'nodes'>[] = [];
  if (descriptor.reaches === 'model') reaches.push(...modelsOf(node, descriptor));
  if (descriptor.reaches === 'address') reaches.push({ kind: 'address', name: addressOf(node, descriptor) });
  for (const { port, input } of nodeInputs(node)) {
    reaches.push(...namesIn(input));
    const isSecret = ownValue(descriptor.inputs, port)?.secret === true;
    if (isSecret && typeof input === 'string' && input !== '') reaches.push({ kind: 'secret', name: input });
  }
  return reaches;
}

/** The models that a component names in a field for models. */
function modelsOf(node: FlowNode, descriptor: Descriptor): Omit<FlowReach, 'nodes'>[] {
  return Object.entries(descriptor.inputs).flatMap(([name, port]) => {
    if (port.field !== 'model') return [];
    const written = ownValue(node.inputs, name);
    const value = written === undefined || written === null ? port.default : (literalOf(written) ?? '*');
    return typeof value === 'string' ? [{ kind: 'model' as const, name: value }] : [];
  });
}

function addressOf(node: FlowNode, descriptor: Descriptor): string {
  const input = descriptor.reachesFrom;
  if (input === undefined) return node.type;
  const value = literalOf(ownValue(node.inputs, input)) ?? ownValue(descriptor.inputs, input)?.default;
  if (typeof value !== 'string') return '*';
  const url = URL.parse(value.trim());
  return url === null || url.origin === 'null' ? value.slice(0, 200) : url.origin;
}

function namesIn(input: Input): Omit<FlowReach, 'nodes'>[] {
  if (isInputList(input)) return input.flatMap((item) => namesIn(item));
  if (!isObjectInput(input)) return [];
  if ('secret' in input) return [{ kind: 'secret', name: input.secret }];
  return 'file' in input ? [{ kind: 'file', name: input.file }] : [];
}
