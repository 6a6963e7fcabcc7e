import type { KnowledgeSummary } from '@jacquard/protocol';
import type { ComponentKindName, Descriptor, Input } from '@jacquard/flow';
import { addNode, connect, nodeIdFor, usualSources } from '@jacquard/canvas';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { freePlace } from './free-place.ts';

/**
 * Adds the model that a new node can't do without, or the knowledge base where there is just one: a person who adds
 * "Answer with sources" needn't know that it wants a model. What would have to be chosen first is left open.
 */
export function addMissingComponents(
  id: string,
  missing: readonly { readonly port: string; readonly kind: ComponentKindName }[],
  gesture: string,
): void {
  for (const { port, kind } of missing) {
    const { history, descriptors, derived } = useEditor.getState();
    const reader = derived?.canvas.nodes.find((node) => node.id === id);
    const type = usualSources[kind]?.[0];
    const descriptor = type === undefined ? undefined : descriptors.get(type);
    const output = Object.entries(descriptor?.outputs ?? {}).find(([, { kind: given }]) => given.kind === kind)?.[0];
    if (!history || !reader || !descriptor || output === undefined) continue;
    const inputs = onlyBase(descriptor);
    if (!isComplete(descriptor, inputs)) continue;
    const name = nodeIdFor(descriptor.type, history.document);
    const place = freePlace({ x: reader.position.x - 330, y: reader.position.y + 320 }, reader.parent);
    const node = { type: descriptor.type, ...(Object.keys(inputs).length > 0 && { inputs }) };
    changeFlow(addNode(name, node, descriptor.version, place, reader.parent), gesture);
    changeFlow(connect(`${name}.${output}`, { node: id, port }), gesture);
  }
}

/** Whether a node with these inputs runs as it is. */
function isComplete(descriptor: Descriptor, inputs: Readonly<Record<string, Input>>): boolean {
  return Object.entries(descriptor.inputs).every(
    ([name, { optional, default: given }]) => optional === true || given !== undefined || Object.hasOwn(inputs, name),
  );
}

/** A field for a knowledge base begins with the one that there is, where there is just one. */
export function onlyBase(descriptor: Descriptor): Readonly<Record<string, Input>> {
  const field = Object.entries(descriptor.inputs).find(([, port]) => port.field === 'knowledge')?.[0];
  const known = queryClient.getQueryData<{ readonly bases: readonly KnowledgeSummary[] }>(queryKeys.knowledgeBases);
  const [base, ...others] = known?.bases ?? [];
  return field !== undefined && base && others.length === 0 ? { [field]: base.id } : {};
}
