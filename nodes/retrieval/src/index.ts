import type { NodeDefinition } from '@jacquard/node-kit';
import { answerWithSources } from './answer-with-sources.ts';
import { embed } from './embed.ts';
import { embeddings } from './embeddings.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { loadFiles } from './load-files.ts';
import { makePassages } from './make-passages.ts';
import { passagesAsText } from './passages-as-text.ts';
import { rankAgain } from './rank-again.ts';
import { rerank } from './rerank.ts';
import { search } from './search.ts';
import { sortByLikeness } from './sort-by-likeness.ts';

/** The node types of this family. */
export const nodes: readonly NodeDefinition[] = [
  knowledgeBase,
  search,
  answerWithSources,
  loadFiles,
  makePassages,
  embeddings,
  embed,
  rankAgain,
  rerank,
  sortByLikeness,
  passagesAsText,
];

export { checkWriting } from './check/check-writing.ts';
