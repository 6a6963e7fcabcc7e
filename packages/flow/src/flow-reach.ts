import { subFlowsOf } from './check-sub-flows.ts';
import type { Descriptor, Descriptors, InputPort } from './descriptor.ts';
import type { FlowDocument, FlowNode } from './flow-document.ts';
import { isInputList, isObjectInput, literalOf } from './input-form.ts';
import type { Input } from './input.ts';
import type { JsonValue } from './json.ts';
import { embeddingsChoiceSchema, type KnowledgeDocument } from './knowledge/knowledge-document.ts';
import { nodeInputs } from './node-inputs.ts';
import { nodesById } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';

/**
 * Something that a run of the flow would use. `model`: a local one, by its name. `address`: an origin that something is
 * sent to; `*` when a run decides it; the node type when the operator's configuration does. `knowledge`: a base whose documents
 * are read, by its id; `*` when a setting says which. `file`, `secret`: by name.
 */
export interface FlowReach {
  readonly kind: 'model' | 'address' | 'knowledge' | 'file' | 'secret';
  readonly name: string;
  /** The nodes of this flow that use it; a sub-flow's uses count for the node that runs it. */
  readonly nodes: readonly string[];
}

/** What a reach is looked up in: the flows that this one runs, and what the knowledge bases that it names are built with. */
export interface ReachContext {
  readonly flow?: ((id: string) => FlowDocument | undefined) | undefined;
  /** Of `*`, all of them: any may be the one that a setting says. */
  readonly knowledge?: ((id: string) => readonly Pick<KnowledgeDocument, 'embeddings'>[]) | undefined;
}

type Reached = Omit<FlowReach, 'nodes'>;

/** Sub-flows are followed so deep. */
const deepest = 32;

/**
 * All that a flow would use: shown before an imported flow first runs, and in the line that says what leaves the machine.
 * Disabled nodes use nothing. Order: as first met.
 */
export function flowReach(flow: FlowDocument, descriptors: Descriptors, context: ReachContext = {}): FlowReach[] {
  const found = new Map<string, { reach: Reached; nodes: Set<string> }>();
  const entered = new Set<string>();
  const visit = (document: FlowDocument, owner: string | undefined, depth: number): void => {
    for (const { id, node } of nodesById(document).values()) {
      const descriptor = descriptors.get(node.type);
      if (descriptor === undefined || node.disabled === true) continue;
      for (const reach of reachesOf(node, descriptor, context)) {
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

function reachesOf(node: FlowNode, descriptor: Descriptor, context: ReachContext): Reached[] {
  const reaches: Reached[] = [];
  if (descriptor.reaches === 'model') reaches.push(...modelsOf(node, descriptor));
  if (descriptor.reaches === 'address') reaches.push({ kind: 'address', name: addressOf(node, descriptor) });
  reaches.push(...knowledgeOf(node, descriptor, context));
  for (const { port, input } of nodeInputs(node)) {
    reaches.push(...namesIn(input));
    const isSecret = ownValue(descriptor.inputs, port)?.secret === true;
    if (isSecret && typeof input === 'string' && input !== '') reaches.push({ kind: 'secret', name: input });
  }
  return reaches;
}

/** The models that a component names in a field for models. */
function modelsOf(node: FlowNode, descriptor: Descriptor): Reached[] {
  const named = [...valuesIn(node, descriptor, 'model'), ...valuesIn(node, descriptor, 'reranker')];
  return named.flatMap((value) => (typeof value === 'string' ? [{ kind: 'model' as const, name: value }] : []));
}

/** The knowledge bases that a component names, with what each reaches to be built and searched, and the embeddings that it names. */
function knowledgeOf(node: FlowNode, descriptor: Descriptor, { knowledge }: ReachContext): Reached[] {
  const bases = valuesIn(node, descriptor, 'knowledge').flatMap((id): Reached[] =>
    typeof id === 'string' && id !== ''
      ? [{ kind: 'knowledge', name: id }, ...(knowledge?.(id) ?? []).flatMap(reachOfBase)]
      : [],
  );
  const chosen = valuesIn(node, descriptor, 'embeddings').flatMap((choice) => {
    const { data } = embeddingsChoiceSchema.safeParse(choice);
    return data === undefined ? [] : reachOfEmbeddings(data);
  });
  return [...bases, ...chosen];
}

function reachOfBase({ embeddings }: Pick<KnowledgeDocument, 'embeddings'>): Reached[] {
  return embeddings === undefined ? [] : reachOfEmbeddings(embeddings);
}

/** The ones that come along reach nothing. */
function reachOfEmbeddings(choice: NonNullable<KnowledgeDocument['embeddings']>): Reached[] {
  if (typeof choice === 'string') return choice === 'default' ? [] : [{ kind: 'model', name: choice }];
  const { url, secret } = choice;
  const address: Reached = { kind: 'address', name: originOf(url) };
  return secret === undefined ? [address] : [address, { kind: 'secret', name: secret }];
}

/** What stands in the fields of a kind; `*` where it comes from elsewhere. */
function valuesIn(node: FlowNode, descriptor: Descriptor, field: InputPort['field']): JsonValue[] {
  return Object.entries(descriptor.inputs).flatMap(([name, port]) => {
    if (port.field !== field) return [];
    const written = ownValue(node.inputs, name);
    const value = written === undefined || written === null ? port.default : (literalOf(written) ?? '*');
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  });
}

function addressOf(node: FlowNode, descriptor: Descriptor): string {
  const input = descriptor.reachesFrom;
  if (input === undefined) return node.type;
  const value = literalOf(ownValue(node.inputs, input)) ?? ownValue(descriptor.inputs, input)?.default;
  if (typeof value !== 'string') return '*';
  return originOf(value);
}

function originOf(address: string): string {
  const url = URL.parse(address.trim());
  return url === null || url.origin === 'null' ? address.slice(0, 200) : url.origin;
}

function namesIn(input: Input): Reached[] {
  if (isInputList(input)) return input.flatMap((item) => namesIn(item));
  if (!isObjectInput(input)) return [];
  if ('secret' in input) return [{ kind: 'secret', name: input.secret }];
  return 'file' in input ? [{ kind: 'file', name: input.file }] : [];
}
