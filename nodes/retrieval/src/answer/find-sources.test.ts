import { loadLanguageTools, type Quotation } from '@jacquard/node-kit';
import { fakePassage } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { findSources } from './find-sources.ts';
import { createWordReader } from './word-reader.ts';

const reader = createWordReader(await loadLanguageTools());
const quotations = ['The loom is cleaned on Fridays.', 'Tea is served at noon in the lobby.'].map(
  (text, index): Quotation => ({
    number: index + 1,
    text,
    start: 0,
    end: text.length,
    passage: fakePassage('a', text),
  }),
);

test.each([
  ['It is cleaned every Friday.', [1]],
  ['At 12:00, tea is served.', [2]],
  ['The weather will be fine tomorrow, with some rain.', []],
])('%s: %j', (sentence, sources) => {
  expect(findSources(sentence, quotations, 'en', reader)).toEqual(sources);
});
