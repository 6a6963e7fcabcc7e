import type { NodeRegistry } from '@jacquard/executor';
import type { NodeDefinition } from '@jacquard/node-kit';
import { nodes as control } from '@jacquard/nodes-control';
import { nodes as data } from '@jacquard/nodes-data';
import { nodes as io } from '@jacquard/nodes-io';
import { nodes as memory } from '@jacquard/nodes-memory';
import { nodes as models } from '@jacquard/nodes-models';
import { nodes as prompts } from '@jacquard/nodes-prompts';
import { nodes as reasoning } from '@jacquard/nodes-reasoning';
import { nodes as retrieval } from '@jacquard/nodes-retrieval';
import { nodes as teaching } from '@jacquard/nodes-teaching';
import { nodes as tools } from '@jacquard/nodes-tools';

/** Every node type that can run here. A type that stands twice is a mistake of ours and throws. */
export function createNodeRegistry(
  families: readonly (readonly NodeDefinition[])[] = [
    io,
    prompts,
    models,
    reasoning,
    retrieval,
    control,
    data,
    memory,
    tools,
    teaching,
  ],
): NodeRegistry {
  const definitions = new Map<string, NodeDefinition>();
  for (const definition of families.flat()) {
    const { type } = definition.descriptor;
    if (definitions.has(type)) throw new Error(`node type defined twice: ${type}`);
    definitions.set(type, definition);
  }
  return {
    descriptors: new Map([...definitions].map(([type, { descriptor }]) => [type, descriptor])),
    definition: (type) => definitions.get(type),
  };
}
