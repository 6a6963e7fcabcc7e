import type { KnowledgeProgress } from '@jacquard/protocol';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Translate } from '../i18n/i18n.ts';
import { english } from '../i18n/en/index.ts';
import { buildingShare, contentSentence, stateSentence } from './state-sentence.ts';

let t: Translate;

beforeAll(async () => {
  const texts = i18next.createInstance();
  const words = await texts.init({
    lng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: english } },
  });
  t = words as unknown as Translate; // boundary: i18next's own types know no keys
});

const building = (progress?: Partial<KnowledgeProgress>): string =>
  stateSentence(
    {
      state: 'building',
      documents: 0,
      passages: 0,
      failed: 0,
      progress: progress && {
        filesDone: 2,
        filesTotal: 7,
        reading: [],
        pagesDone: 30,
        pagesPerSecond: 12.4,
        ...progress,
      },
    },
    t,
    'en',
  );

test('what is being read, and how fast', () => {
  expect(building({})).toBe('Reading 3 of 7 documents · 12 pages a second');
  expect(building({ pagesPerSecond: 0 })).toBe('Reading 3 of 7 documents');
  expect(building({ pagesPerSecond: 0.02 })).toBe('Reading 3 of 7 documents');
  expect(building({ pagesPerSecond: 1 })).toBe('Reading 3 of 7 documents · 1 page a second');
  expect(building({ pagesPerSecond: 0.44 })).toBe('Reading 3 of 7 documents · 0.4 pages a second');
  expect(building({ filesDone: 0, filesTotal: 1, pagesPerSecond: 0 })).toBe('Reading 1 of 1 document');
});

test('the ends of a building, and one that is not ours', () => {
  expect(building({ filesTotal: 0, filesDone: 0 })).toBe('Looking for documents');
  expect(building({ filesDone: 7 })).toBe('Finishing');
  expect(building()).toBe('Another Jacquard is reading its documents');
});

test('read, but for what failed', () => {
  const base = { state: 'ready', documents: 4, passages: 9, failed: 0 } as const;
  expect(stateSentence(base, t, 'en')).toBe('All documents are read');
  expect(stateSentence({ ...base, failed: 1 }, t, 'en')).toBe('All documents are read, but 1');
  expect(stateSentence({ ...base, documents: 0 }, t, 'en')).toBe('No documents yet');
});

test('what it holds', () => {
  expect(contentSentence({ documents: 1, passages: 1204 }, t, 'en')).toBe('1 document · 1,204 passages');
});

test('the share done counts the pages of files at work', () => {
  const progress: KnowledgeProgress = {
    filesDone: 1,
    filesTotal: 4,
    pagesDone: 10,
    pagesPerSecond: 1,
    reading: [
      { source: 'a.pdf', pagesDone: 5, pagesTotal: 10 },
      { source: 'b.pdf', pagesDone: 0, pagesTotal: 0 },
    ],
  };
  expect(buildingShare({ progress })).toBe(1.5 / 4);
  expect(buildingShare({})).toBeUndefined();
});
