import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { searchNodes } from './search-nodes.ts';

const all = [...sampleDescriptors.values()];

function found(query: string, language: 'en' | 'fr' = 'en'): string[] {
  return searchNodes(all, query, language).map(({ type }) => type);
}

test('without words, everything is there in its order', () => {
  expect(found('  ')).toEqual([...sampleDescriptors.keys()]);
});

test('what begins with the word comes first', () => {
  expect(found('chat').slice(0, 2).toSorted()).toEqual(['models.chat', 'models.chat-model']);
  expect(found('split')[0]).toBe('data.split');
});

test('accents and case don’t matter', () => {
  expect(found('DECOUPER', 'fr')).toEqual(['data.split']);
  expect(found('découper', 'fr')).toEqual(['data.split']);
});

test('the other language’s words and keywords find it, too', () => {
  expect(found('fusionner')).toContain('control.merge');
  expect(found('consigne', 'fr')[0]).toBe('prompts.template');
});

test('every word must be found', () => {
  expect(found('text output')[0]).toBe('io.text-output');
  expect(found('text zebra')).toEqual([]);
});

test('letters left out of a title still find it', () => {
  expect(found('frech')).toContain('control.for-each');
});
