import type { DocumentBlock, ReadDocument } from '@jacquard/flow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asReadDocument } from './as-read-document.ts';
import { splitDocument } from './split-document.ts';

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/\s/g, '') || 'x'),
  fc.constantFrom('a', 'the', 'l’été', 'end.', 'no!', '1 234,56', '図書館は月曜日に休みです。', '🎉'.repeat(200)),
);
const words = fc.array(word, { minLength: 1, maxLength: 120 }).map((list) => list.join(' ').toWellFormed());
const kind = fc.constantFrom<DocumentBlock['kind']>('heading', 'paragraph', 'list-item', 'code', 'table');
const parts = fc.array(fc.record({ kind, text: words, page: fc.integer({ min: 1, max: 3 }) }), { maxLength: 12 });
const settings = fc.record({ size: fc.integer({ min: 200, max: 900 }), overlap: fc.integer({ min: 0, max: 99 }) });

function documentOf(list: readonly { kind: DocumentBlock['kind']; text: string; page: number }[]): ReadDocument {
  let pageContent = '';
  const blocks = list.map(({ kind, text, page }): DocumentBlock => {
    if (pageContent !== '') pageContent += '\n\n';
    const start = pageContent.length;
    pageContent += text;
    const middle = start + text.indexOf(' ');
    const rows: [number, number, number][] = middle > start ? [[middle + 1, pageContent.length, 2]] : [];
    const table = kind === 'table' ? { header: [text.slice(0, Math.max(0, middle - start))], rows } : undefined;
    return {
      kind,
      start,
      end: pageContent.length,
      page,
      ...(kind === 'heading' && { level: page }),
      ...(table && { table }),
    };
  });
  const own = { document: 'd', source: 's', mediaType: 'text/plain', language: 'en' };
  return { pageContent, metadata: { ...own, blocks, warnings: [] } };
}

/** A heading that is a character too long to be repeated whole above its table. */
const headingAboveTable: [
  { kind: DocumentBlock['kind']; text: string; page: number }[],
  { size: number; overlap: number },
] = [
  [
    { kind: 'heading', text: 'x'.repeat(50), page: 1 },
    { kind: 'table', text: 'a a', page: 1 },
  ],
  { size: 201, overlap: 0 },
];

/** What isn't white space, without which texts may be told apart. */
const ink = (text: string): string => text.replaceAll(/\s+/g, '');

test('passages come in order, are bounded and well-formed, and hold the whole text', () => {
  fc.assert(
    fc.property(parts, settings, (list, { size, overlap }) => {
      const document = documentOf(list);
      const text = document.pageContent;
      const passages = [...splitDocument(document, { size, overlap }, () => 'und')];
      const held = new Uint8Array(text.length);
      for (const [index, { pageContent, metadata }] of passages.entries()) {
        expect(metadata.position).toBe(index);
        expect(pageContent.length).toBeLessThanOrEqual(size);
        expect(pageContent.isWellFormed()).toBe(true);
        expect(pageContent.trim()).toBe(pageContent);
        expect(metadata.start).toBeGreaterThanOrEqual(passages[index - 1]?.metadata.start ?? 0);
        const slice = text.slice(metadata.start, metadata.end);
        expect(metadata.table ? pageContent.endsWith(slice) : slice === pageContent).toBe(true);
        held.fill(1, metadata.start, metadata.end);
      }
      const tables = document.metadata.blocks.filter(({ table }) => table && table.rows.length > 0);
      for (const { start, table } of tables) held.fill(1, start, table?.rows[0]?.[0]);
      const lost = [...held.keys()].filter((at) => held[at] === 0 && /\S/.test(text.charAt(at)));
      const repeated = passages.filter(({ metadata }) => metadata.table).map(({ pageContent }) => pageContent);
      const isAbove = (at: number): boolean =>
        document.metadata.blocks
          .filter(({ start, end }) => start <= at && at < end)
          .some(({ start, end }) => repeated.some((content) => content.includes(text.slice(start, end))));
      expect(lost.filter((at) => !isAbove(at))).toEqual([]);
    }),
    { numRuns: 200, examples: [headingAboveTable] },
  );
});

test('a document without blocks is cut at its blank lines, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.array(words), fc.constantFrom('\n', '\n\n', '\n \n'), (list, between) => {
      const document = asReadDocument({ pageContent: list.join(between), metadata: {} }, () => 'en');
      const passages = [...splitDocument(document, { size: 300, overlap: 0 }, () => 'en')];
      expect(ink(passages.map(({ pageContent }) => pageContent).join(' '))).toBe(ink(document.pageContent));
    }),
    { numRuns: 100 },
  );
});
