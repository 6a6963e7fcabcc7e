import { readdirSync } from 'node:fs';
import type { NodeDefinition } from '@jacquard/node-kit';

const folder = new URL('../../nodes/', import.meta.url);

/** A family of nodes as its folder holds it. */
export interface NodeFamily {
  readonly name: string;
  readonly nodes: readonly NodeDefinition[];
}

/** Every family under `nodes/`, whatever is there. */
export async function loadNodeFamilies(): Promise<readonly NodeFamily[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => {
      const { nodes } = (await import(new URL(`${name}/src/index.ts`, folder).href)) as Pick<NodeFamily, 'nodes'>; // boundary: the one export of a family
      return { name, nodes };
    }),
  );
}

/** Every node type of every family. */
export async function loadNodes(): Promise<readonly NodeDefinition[]> {
  return (await loadNodeFamilies()).flatMap(({ nodes }) => nodes);
}
