import type { NodeDefinition } from '@jacquard/node-kit';

const folder = new URL('../../../nodes/reasoning/src/index.ts', import.meta.url);

/** The family of nodes that is measured, loaded by its folder as all families are. */
const { nodes } = (await import(folder.href)) as { readonly nodes: readonly NodeDefinition[] }; // boundary: what its index exports

/** A strategy by its type. */
export function strategy(type: string): NodeDefinition {
  const found = nodes.find(({ descriptor }) => descriptor.type === type);
  if (found === undefined) throw new Error(`there is no node ${type}`);
  return found;
}
