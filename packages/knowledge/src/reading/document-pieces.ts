import type { DocumentBlock, ReadDocument } from '@jacquard/flow';
import type { ReadReplyParts } from './host-protocol.ts';

/** UTF-16 code units, blocks and rows of one message: each takes the server's event loop a millisecond or so. */
const charactersEach = 48_000;
const blocksEach = 300;
const rowsEach = 3_000;

/** Cuts a document into messages. */
export function* documentPieces({ pageContent, metadata }: ReadDocument): Generator<ReadReplyParts, void, void> {
  const { blocks, ...head } = metadata;
  yield { type: 'document', metadata: head };
  for (let at = 0; at < pageContent.length;) {
    const end = characterEnd(pageContent, at + charactersEach);
    yield { type: 'text', text: pageContent.slice(at, end) };
    at = end;
  }
  let batch: DocumentBlock[] = [];
  for (const block of blocks) {
    const rows = block.table?.rows ?? [];
    const isLong = rows.length > 20;
    batch.push(isLong && block.table ? { ...block, table: { ...block.table, rows: [] } } : block);
    if (!isLong && batch.length < blocksEach) continue;
    yield { type: 'blocks', blocks: batch };
    batch = [];
    if (isLong) yield* rowPieces(rows);
  }
  if (batch.length > 0) yield { type: 'blocks', blocks: batch };
}

function* rowPieces(rows: NonNullable<DocumentBlock['table']>['rows']): Generator<ReadReplyParts, void, void> {
  for (let at = 0; at < rows.length; at += rowsEach) yield { type: 'rows', rows: rows.slice(at, at + rowsEach) };
}

/** Never between the two halves of one character: each piece is to be well-formed. */
function characterEnd(text: string, end: number): number {
  const isCut = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
  return isCut ? end + 1 : end;
}

/** Puts documents together again, piece by piece. */
export interface DocumentAssembler {
  add(piece: ReadReplyParts): void;
  finish(): readonly ReadDocument[];
}

/** See {@link DocumentAssembler}. Pieces out of order throw: they come from a process that can't be trusted. */
export function createDocumentAssembler(): DocumentAssembler {
  const documents: { head: Omit<ReadDocument['metadata'], 'blocks'>; texts: string[]; blocks: DocumentBlock[] }[] = [];
  return {
    add(piece) {
      if (piece.type === 'document') documents.push({ head: piece.metadata, texts: [], blocks: [] });
      const current = documents.at(-1);
      if (!current) throw new Error('A piece came before its document');
      if (piece.type === 'text') current.texts.push(piece.text);
      if (piece.type === 'blocks') current.blocks.push(...piece.blocks);
      if (piece.type !== 'rows') return;
      const { table } = current.blocks.at(-1) ?? {};
      if (!table) throw new Error('Rows came before their table');
      table.rows.push(...piece.rows);
    },
    finish: () =>
      documents.map(({ head, texts, blocks }) => ({ pageContent: texts.join(''), metadata: { ...head, blocks } })),
  };
}
