import type { ReadDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { createDocumentAssembler, documentPieces } from './document-pieces.ts';

function longDocument(): ReadDocument {
  const rows = Array.from({ length: 10_000 }, (_, index): [number, number, number] => [index, index + 1, index + 2]);
  const small = { kind: 'table' as const, start: 2, end: 3, table: { header: ['a'], rows: rows.slice(0, 3) } };
  const large = { kind: 'table' as const, start: 4, end: 9, page: 2, table: { name: 'Sheet', header: [], rows } };
  const paragraphs = Array.from({ length: 1000 }, (_, start) => ({
    kind: 'paragraph' as const,
    start,
    end: start + 1,
  }));
  const blocks = [small, ...paragraphs, large, ...paragraphs];
  const head = { document: 'abc', source: 'a', mediaType: 'text/plain', language: 'en', warnings: [] };
  return { pageContent: 'a😀'.repeat(100_000), metadata: { ...head, blocks } };
}

test('a document goes in small pieces and comes together as it was', () => {
  const document = longDocument();
  const assembler = createDocumentAssembler();
  const pieces = [...documentPieces(document), ...documentPieces({ ...document, pageContent: 'b' })];
  expect(Math.max(...pieces.map((piece) => JSON.stringify(piece).length))).toBeLessThan(200_000);
  expect(pieces.filter((piece) => piece.type === 'text' && !piece.text.isWellFormed())).toEqual([]);
  for (const piece of pieces) assembler.add(piece);
  expect(assembler.finish()).toEqual([document, { ...document, pageContent: 'b' }]);
});

test('pieces out of order are refused', () => {
  expect(() => createDocumentAssembler().add({ type: 'text', text: 'a' })).toThrow(/before its document/);
  const assembler = createDocumentAssembler();
  const { blocks: _, ...metadata } = longDocument().metadata;
  assembler.add({ type: 'document', metadata });
  expect(() => assembler.add({ type: 'rows', rows: [[0, 1, 1]] })).toThrow(/before their table/);
});
