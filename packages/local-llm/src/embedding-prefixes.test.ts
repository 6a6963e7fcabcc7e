import { expect, test } from 'vitest';
import { embeddingPrefixes } from './embedding-prefixes.ts';

test.each([
  ['multilingual-e5-small-Q8_0.gguf', 'passage: ', 'query: '],
  ['E5 Base v2', 'passage: ', 'query: '],
  ['nomic-embed-text-v1.5.f16.gguf', 'search_document: ', 'search_query: '],
  ['snowflake-arctic-embed-m', '', 'query: '],
  ['embeddinggemma-300M', 'title: none | text: ', 'task: search result | query: '],
  ['SmolLM2 135M', '', ''],
  ['bge-m3', '', ''],
  ['e5-mistral-7b-instruct', '', ''],
])('%s reads its texts after %j, its questions after %j', (name, document, query) => {
  expect(embeddingPrefixes('/models/file.gguf', name)).toEqual({ document, query });
});
