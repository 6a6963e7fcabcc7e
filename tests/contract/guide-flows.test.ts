import { checkFlow, parseFlowText, serialiseFlow, type Descriptors, type FlowDocument } from '@jacquard/flow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askFlow } from '../../apps/web/src/guides/flows/ask-flow.ts';
import { compareFlow } from '../../apps/web/src/guides/flows/compare-flow.ts';
import { columnKinds, extractFlow, pieces } from '../../apps/web/src/guides/flows/extract-flow.ts';
import type { GuideWords } from '../../apps/web/src/guides/flows/guide-words.ts';
import { sortFlow } from '../../apps/web/src/guides/flows/sort-flow.ts';
import { canvas as english } from '../../apps/web/src/i18n/en/canvas.ts';
import { guides as englishGuides } from '../../apps/web/src/i18n/en/guides.ts';
import { canvas as french } from '../../apps/web/src/i18n/fr/canvas.ts';
import { guides as frenchGuides } from '../../apps/web/src/i18n/fr/guides.ts';
import { loadNodes } from './node-families.ts';

const descriptors: Descriptors = new Map((await loadNodes()).map(({ descriptor }) => [descriptor.type, descriptor]));
const wordsOf =
  (texts: Readonly<Record<string, string>>): GuideWords =>
  (key, params = {}) =>
    (texts[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_gap, name: string) => String(params[name] ?? ''));
const languages = [
  ['en', wordsOf({ ...english, ...englishGuides })],
  ['fr', wordsOf({ ...french, ...frenchGuides })],
] as const;

const awkward = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc.constantFrom(
    '',
    ' ',
    '{{text}}',
    '{{template}} {{ Prénom }} {{x}}',
    '"quoted", \'single\' `code`',
    '👩‍🔬 emoji',
    '# heading | cell <b>',
    '__proto__',
    'constructor',
    'Category',
    'Catégorie',
    'a\r\nb\n\nc',
    '\\ \u0000 \u2028',
    '日本語',
    'x'.repeat(5_000),
  ),
);
const file = { file: 'a'.repeat(64), name: 'tickets "1".csv', mediaType: 'text/csv', size: 12 };

/** Every issue of a flow: its own, those of its file form read again, and notes or places that name nothing. */
function faultsOf(flow: FlowDocument): readonly unknown[] {
  const read = parseFlowText(serialiseFlow(flow));
  return [...checkFlow(flow, descriptors), ...read.issues, ...(read.flow ? [] : ['unreadable'])];
}

/** Names of notes that lie over another note, or reach down to where nodes begin. */
function coveredNotes({ layout }: FlowDocument): readonly string[] {
  const notes = Object.entries(layout?.notes ?? {}).toSorted(([, one], [, other]) => one.x - other.x);
  return notes.flatMap(([id, { x, y, width = 0, height = 0 }], index) => {
    const next = notes[index + 1]?.[1];
    return y + height > -20 || (next && x + width > next.x) ? [id] : [];
  });
}

const builders: Readonly<Record<string, fc.Arbitrary<(t: GuideWords, language: 'en' | 'fr') => FlowDocument>>> = {
  ask: fc
    .record({ base: fc.constantFrom('handbook', 'a-1'), questions: fc.array(awkward, { maxLength: 5 }) })
    .map((answers) => (t, language) => askFlow(answers, descriptors, t, language)),
  sort: fc
    .record({
      file: fc.constantFrom(undefined, file),
      column: awkward,
      label: fc.option(awkward, { nil: undefined }),
      categories: fc.array(fc.record({ name: awkward, words: awkward }), { maxLength: 8 }),
      by: fc.constantFrom('likeness' as const, 'model' as const),
    })
    .map((answers) => (t, language) => sortFlow(answers, descriptors, t, language)),
  extract: fc
    .record({
      text: awkward,
      file: fc.constantFrom(undefined, file),
      piece: fc.constantFrom(...pieces),
      columns: fc.array(fc.record({ name: awkward, kind: fc.constantFrom(...columnKinds) }), { maxLength: 8 }),
    })
    .map((answers) => (t, language) => extractFlow(answers, descriptors, t, language)),
  compare: fc
    .record({
      texts: awkward,
      piece: fc.constantFrom('lines' as const, 'paragraphs' as const),
      prompts: fc.tuple(awkward, awkward),
    })
    .map((answers) => (t, language) => compareFlow(answers, descriptors, t, language)),
};

test.each(Object.keys(builders))('whatever a person writes, the guide “%s” builds a flow without a fault', (guide) => {
  const build = builders[guide];
  if (!build) throw new Error(guide);
  fc.assert(
    fc.property(build, fc.constantFrom(...languages), (make, [language, t]) => {
      const flow = make(t, language);
      expect(faultsOf(flow)).toEqual([]);
      expect(coveredNotes(flow)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

const [, t] = languages[0];

test('both prompts get every text, with the same seed, whatever their gaps are called', () => {
  const prompts = ['Shorten {{Notice}} ({{Notice}})', 'Say it kindly'] as const;
  const { nodes } = compareFlow({ texts: 'one\ntwo', piece: 'lines', prompts }, descriptors, t, 'en');
  const inner = nodes['each']?.nodes ?? {};
  expect(inner['prompt-a']?.inputs).toEqual({ template: prompts[0], Notice: { from: 'each.item' } });
  expect(inner['prompt-b']?.inputs).toMatchObject({
    template: { lines: ['Say it kindly', '', '{{text}}'] },
    text: { from: 'each.item' },
  });
  expect(inner['answer-a']?.inputs?.['seed']).toBe(inner['answer-b']?.inputs?.['seed']);
});

test('a column of any name is found, and meets no column that the guide adds', () => {
  const categories = [
    { name: 'Loans', words: 'borrow' },
    { name: 'Loans ', words: 'renew' },
  ];
  const answers = { file, column: "it's", label: 'Category', categories, by: 'likeness' } as const;
  const inner = sortFlow(answers, descriptors, t, 'en').nodes['each']?.nodes ?? {};
  expect(inner['text']?.inputs?.['path']).toBe(String.raw`$['it\'s']`);
  expect(inner['row']?.inputs?.['fields']).toEqual(['Category', "it's", 'Category 2', 'Match']);
  expect(inner['sort']?.inputs?.['categories']).toMatchObject({
    value: { rows: [{ Category: 'Loans', Words: 'borrow, renew' }, { Category: 'Other' }] },
  });
});

test('a model that begins to repeat itself fills a cell, not the whole answer: every text of a row has an end', () => {
  const columns = columnKinds.map((kind) => ({ name: kind, kind }));
  const { nodes } = extractFlow({ text: 'one', file: undefined, piece: 'lines', columns }, descriptors, t, 'en');
  const schema = nodes['each']?.nodes?.['data']?.inputs?.['schema'];
  expect(schema).toMatchObject({
    value: { properties: { text: { maxLength: 120 }, date: { maxLength: 24 }, number: { type: 'number' } } },
  });
});
