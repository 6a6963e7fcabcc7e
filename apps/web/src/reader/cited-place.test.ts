import type { ReadDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import type { SourcePlace } from '../state/source-store.ts';
import { citedPlace } from './cited-place.ts';

const pageContent = 'Opening hours\n\nMembers may borrow ten books for four weeks.';
const document: ReadDocument = {
  pageContent,
  metadata: {
    document: 'new',
    source: 'handbook.pdf',
    mediaType: 'application/pdf',
    language: 'en',
    blocks: [
      { kind: 'heading', level: 1, start: 0, end: 13, page: 1 },
      { kind: 'paragraph', start: 15, end: pageContent.length, page: 2 },
    ],
    warnings: [],
  },
};
const place: SourcePlace = {
  base: 'handbook',
  source: 'handbook.pdf',
  document: 'new',
  page: 2,
  start: 15,
  end: 33,
  text: 'Members may borrow',
};

test('in the version that was cited, its offsets and page', () => {
  expect(citedPlace(place, document, false)).toEqual({ range: { start: 15, end: 33 }, page: 2 });
});

test('in another version, its words, wherever they stand now', () => {
  const moved = { ...place, start: 400, end: 418, page: 9, text: 'members  may\nborrow' };
  expect(citedPlace(moved, document, true)).toEqual({ range: { start: 15, end: 33 }, page: 2 });
});

test('words that are gone from it are nowhere', () => {
  const gone = { ...place, text: 'Dogs must wait outside' };
  expect(citedPlace(gone, document, true)).toEqual({ range: undefined, page: undefined });
});

test('before the text is there only the page is known; opened as a whole, nothing is cited', () => {
  expect(citedPlace(place, undefined, false)).toEqual({ range: undefined, page: 2 });
  expect(citedPlace({ ...place, text: '', start: 0, end: 0 }, document, false)).toEqual({
    range: undefined,
    page: undefined,
  });
});

test('offsets beyond the text mark nothing', () => {
  expect(citedPlace({ ...place, start: 4000, end: 4010 }, document, false).range).toBeUndefined();
});
