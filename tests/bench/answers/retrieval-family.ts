import type { NodeDefinition, WrittenSentence } from '@jacquard/node-kit';

interface RetrievalFamily {
  readonly nodes: readonly NodeDefinition[];
  checkWriting(
    written: string,
    about: { readonly question: string; readonly passages: readonly string[] },
  ): Promise<readonly Pick<WrittenSentence, 'doubts'>[]>;
}

const folder = new URL('../../../nodes/retrieval/src/index.ts', import.meta.url);

/** The family of nodes that is measured, loaded by its folder as all families are. */
export const retrievalFamily = (await import(folder.href)) as RetrievalFamily; // boundary: what its index exports
