import type { Descriptor } from './descriptor.ts';
import type { FlowNode } from './flow-document.ts';
import type { FlowView } from './flow-view.ts';
import { ownValue } from './own-value.ts';

/** Checks a node's type and the version that wrote it. Gives its descriptor, when there is one. */
export function checkNode(view: FlowView, id: string, node: FlowNode): Descriptor | undefined {
  const { type } = node;
  const descriptor = view.descriptors.get(type);
  if (descriptor === undefined) {
    const near = view.near(type, () => view.descriptors.keys());
    view.report({
      code: 'node-type-unknown',
      severity: 'error',
      params: { type, ...(near !== undefined && { near }) },
      node: id,
      ...(near !== undefined && { suggestion: { do: 'set-type', node: id, type: near } }),
    });
    return undefined;
  }
  const written = ownValue(view.flow.types, type);
  if (written !== undefined && written > descriptor.version) {
    const params = { type, written, known: descriptor.version };
    view.report({ code: 'node-type-newer', severity: 'error', params, node: id });
  }
  return descriptor;
}
