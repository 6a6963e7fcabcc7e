import type { Piece } from '../flows/extract-flow.ts';

/** How many pieces the flow will cut a text into: by the rules of the node that cuts it. */
export function countPieces(text: string, piece: Piece): number {
  return cut(text, piece).filter((part) => part.trim() !== '').length;
}

/** What most likely is one thing each: paragraphs where there are blank lines, else lines, else sentences. */
export function likelyPiece(text: string): Piece {
  const trimmed = text.trim();
  if (/\n\s*\n/u.test(trimmed)) return 'paragraphs';
  return trimmed.includes('\n') || countPieces(trimmed, 'sentences') < 2 ? 'lines' : 'sentences';
}

function cut(text: string, piece: Piece): readonly string[] {
  if (piece === 'whole') return [text];
  if (piece === 'sentences') {
    return Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text), ({ segment }) => segment);
  }
  return text.split(piece === 'lines' ? /\r\n|\n|\r/u : /(?:\r\n|\n|\r)(?:[^\S\r\n]*(?:\r\n|\n|\r))+/u);
}
