import type { DocumentBlock, ReadDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { splitDocument } from './split-document.ts';

type Line = Omit<DocumentBlock, 'start' | 'end'> & { readonly text: string };

/** A document of blocks, a blank line between them. */
function documentOf(lines: readonly Line[], language = 'en'): ReadDocument {
  let pageContent = '';
  const blocks = lines.map(({ text, ...rest }) => {
    const start = pageContent === '' ? 0 : pageContent.length + 2;
    pageContent += pageContent === '' ? text : `\n\n${text}`;
    return { ...rest, start, end: start + text.length };
  });
  const own = { document: 'abc', source: 'a.md', mediaType: 'text/markdown', language, title: 'A' };
  return { pageContent, metadata: { ...own, blocks, warnings: [] } };
}
const heading = (text: string, level = 1, page?: number): Line => ({
  kind: 'heading',
  text,
  level,
  ...(page && { page }),
});
const paragraph = (text: string, page?: number, scanned?: number): Line => ({
  kind: 'paragraph',
  text,
  ...(page && { page }),
  ...(scanned !== undefined && { scanned }),
});
const sentence = (words: number): string => `${'Word '.repeat(words - 1)}end.`;
const split = (document: ReadDocument, size = 200, overlap = 0) => [
  ...splitDocument(document, { size, overlap }, () => 'und'),
];

test('small paragraphs under one heading are joined, another heading begins another passage', () => {
  const passages = split(
    documentOf([
      heading('Handbook'),
      heading('Hours', 2),
      paragraph('Open from ten.'),
      { kind: 'list-item', text: 'closed on Monday' },
      heading('Fees', 2),
      paragraph('Two euros.'),
    ]),
  );
  expect(passages.map(({ pageContent, metadata }) => [metadata.headings, pageContent])).toEqual([
    [['Handbook', 'Hours'], 'Handbook\n\nHours\n\nOpen from ten.\n\nclosed on Monday'],
    [['Handbook', 'Fees'], 'Fees\n\nTwo euros.'],
  ]);
  expect(passages[1]?.metadata).toEqual({
    document: 'abc',
    source: 'a.md',
    title: 'A',
    mediaType: 'text/markdown',
    language: 'en',
    headings: ['Handbook', 'Fees'],
    start: 51,
    end: 67,
    position: 1,
  });
});

test('a long paragraph is cut between sentences into pieces of about equal length', () => {
  const text = Array.from({ length: 6 }, () => sentence(10)).join(' ');
  const passages = split(documentOf([paragraph(text)]));
  expect(passages.map(({ pageContent }) => pageContent.length)).toEqual([149, 149]);
  expect(passages.every(({ pageContent }) => pageContent.endsWith('end.'))).toBe(true);
});

test('a passage stays on its page, unless a sentence goes on over its end', () => {
  const passages = split(
    documentOf([
      heading('Rules', 1, 1),
      paragraph('The first page says this.', 2),
      paragraph('The second says that a member', 3),
      paragraph('may borrow ten books.', 4),
      paragraph('The end.', 5),
    ]),
  );
  expect(passages.map(({ pageContent, metadata: { page } }) => [page, pageContent])).toEqual([
    [2, 'Rules\n\nThe first page says this.'],
    [3, 'The second says that a member\n\nmay borrow ten books.'],
    [5, 'The end.'],
  ]);
});

test('neighbours share whole sentences up to the overlap', () => {
  const text = Array.from({ length: 12 }, (_, index) => `Sentence number ${index} stands here.`).join(' ');
  const passages = split(documentOf([paragraph(text)]), 200, 60);
  const [, second] = passages;
  expect(passages[0]?.pageContent).toMatch(/Sentence number 3 stands here\.$/);
  expect(second?.pageContent).toMatch(/^Sentence number 3 stands here\. Sentence number 4/);
  expect(Math.max(...passages.map(({ pageContent }) => pageContent.length))).toBeLessThanOrEqual(200);
});

test('what was read from pictures carries its mean confidence by length', () => {
  const [passage] = split(
    documentOf([paragraph('ten chars!', 1, 0.5), paragraph('thirty characters stand here!!', 1, 0.9)]),
  );
  expect(passage?.metadata.scanned).toBeCloseTo(0.8);
  expect(split(documentOf([paragraph('typed')]))[0]?.metadata).not.toHaveProperty('scanned');
});

test('a long passage has its own language, a short one its document’s', () => {
  const long = paragraph('Les enfants empruntent '.repeat(8).trim());
  const passages = splitDocument(
    documentOf([heading('Une'), paragraph('Deux mots'), heading('Trois'), long]),
    { size: 800, overlap: 0 },
    () => 'fr',
  );
  expect([...passages].map(({ metadata }) => metadata.language)).toEqual(['en', 'fr']);
});

test('headings without text are not lost', () => {
  expect(split(documentOf([heading('Only a title')])).map(({ pageContent }) => pageContent)).toEqual(['Only a title']);
  expect(split(documentOf([]))).toEqual([]);
});

test('a word longer than a passage is cut, but no character', () => {
  const passages = split(documentOf([paragraph('🎉'.repeat(250))]));
  expect(passages.map(({ pageContent }) => pageContent).join('')).toBe('🎉'.repeat(250));
  expect(passages.every(({ pageContent }) => pageContent.isWellFormed() && pageContent.length <= 200)).toBe(true);
});

test('a table keeps its caption, before or after it, and nothing else of what surrounds it', () => {
  const table = (text: string): Line => {
    const at = text.indexOf('\n') + 1;
    return { kind: 'table', text, table: { header: ['Day', 'Hours'], rows: [[at, text.length, 2]] } };
  };
  const lines = [
    heading('Hours'),
    paragraph('We open early.'),
    paragraph('In summer we open as follows:'),
    table('Day | Hours\nMonday | 9 to 5'),
    paragraph('Table 1: Summer hours'),
    paragraph('In winter we close.'),
  ];
  const document = documentOf(lines);
  const blocks = document.metadata.blocks.map((block) => ({
    ...block,
    ...(block.table && {
      table: { ...block.table, rows: [[block.start + 12, block.end, 2] as [number, number, number]] },
    }),
  }));
  expect(
    split({ ...document, metadata: { ...document.metadata, blocks } }, 400).map(({ pageContent }) => pageContent),
  ).toEqual([
    'Hours\n\nWe open early.',
    'In summer we open as follows:\nTable 1: Summer hours\nDay | Hours\nMonday | 9 to 5',
    'In winter we close.',
  ]);
});
