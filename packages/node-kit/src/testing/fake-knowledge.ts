import type { DocumentValue, Passage } from '@jacquard/flow';
import { Problem } from '@jacquard/flow';
import { toRetriever } from '../langchain/to-retriever.ts';
import type { KnowledgeBase, SearchOptions, SearchResult } from '../knowledge/knowledge-base.ts';

/** A passage that a test needs no more of than its text. */
export function fakePassage(source: string, text: string, position = 0): Passage {
  return {
    pageContent: text,
    metadata: {
      document: source.padEnd(64, '0').slice(0, 64),
      source,
      mediaType: 'text/plain',
      language: 'en',
      headings: [],
      start: 0,
      end: text.length,
      position,
    },
  };
}

/** Words of at least four letters, in lower case: what fakes compare by. */
function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
}

/** Searches by shared words alone: near enough for nodes' tests, and easy to foresee. */
export function searchFakePassages(
  passages: readonly Passage[],
  query: string,
  { top = 5, mode = 'hybrid', threshold = 0 }: SearchOptions = {},
): SearchResult {
  const asked = wordsOf(query);
  const holding = passages.map((passage) => ({
    passage,
    held: asked.filter((word) => wordsOf(passage.pageContent).includes(word)),
  }));
  const scored = holding
    .map(({ passage, held }) => ({ passage, coverage: asked.length === 0 ? 0 : held.length / asked.length }))
    .filter(({ coverage }) => coverage > 0 && coverage >= threshold)
    .toSorted((one, other) => other.coverage - one.coverage)
    .slice(0, top);
  return {
    passages: scored.map(({ passage, coverage }, index) => ({
      ...passage,
      metadata: {
        ...passage.metadata,
        match: {
          strength: coverage > 0.5 ? 'strong' : 'partial',
          score: coverage,
          coverage,
          words: coverage,
          rank: index + 1,
        },
      },
    })),
    report: {
      question: query,
      query,
      usesHistory: false,
      language: 'en',
      mode,
      documents: new Set(passages.map(({ metadata }) => metadata.document)).size,
      passages: passages.length,
      languages: ['en'],
      terms: asked.map((word) => ({
        word,
        passages: holding.filter(({ held }) => held.includes(word)).length,
        weight: 1,
      })),
      coverage: scored[0]?.coverage ?? 0,
      meaningWeight: 0,
      meaning: 'no-embeddings',
    },
  };
}

/** A knowledge base of texts by path; each is one passage, found by the words that it shares with the query. */
export function fakeKnowledgeBase(texts: Readonly<Record<string, string>>): KnowledgeBase {
  const passages = Object.entries(texts).map(([source, text]) => fakePassage(source, text));
  const base: KnowledgeBase = {
    identity: { fake: 'knowledge-base', texts: { ...texts } },
    id: 'fake',
    name: 'Fake',
    search: async (query, options) => {
      options?.signal?.throwIfAborted();
      return searchFakePassages(passages, query, options);
    },
    toRetriever: (options) => toRetriever(base, options),
  };
  return base;
}

/** A document value as a passage, for searching what a flow holds. */
export function asFakePassage(document: DocumentValue, position: number): Passage {
  return {
    ...fakePassage('document', document.pageContent, position),
    ...(document.id !== undefined && { id: document.id }),
  };
}

/** What a space without bases answers. */
export function noKnowledge(id: string): never {
  throw new Problem('knowledge-not-found', { id });
}
