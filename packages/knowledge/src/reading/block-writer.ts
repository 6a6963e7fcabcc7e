import { Problem, type DocumentBlock } from '@jacquard/flow';
import type { ReadLimits } from './read-limits.ts';

type Marks = Pick<DocumentBlock, 'page' | 'scanned'>;
type BlockParts = Omit<DocumentBlock, 'start' | 'end' | keyof Marks>;

/** Appends text and counts it against the limits: what `createDocumentText` writes with. */
export interface BlockWriter {
  /** Text so far, in UTF-16 code units. */
  readonly length: number;
  /** What blocks from here on carry. */
  mark(marks: Marks): void;
  /** Throws `document-too-large` once the text is longer than may be. */
  write(text: string): void;
  /** Counts cells of tables; throws `document-too-large` once there are too many. */
  countCells(count: number): void;
  /** What `fill` writes becomes a block, a blank line after the last one; nothing when it writes nothing. */
  block(fill: () => BlockParts): void;
  finish(): { readonly text: string; readonly blocks: readonly DocumentBlock[] };
}

/** See {@link BlockWriter}. */
export function createBlockWriter(limits: ReadLimits): BlockWriter {
  const pieces: string[] = [];
  const blocks: DocumentBlock[] = [];
  let length = 0;
  let cells = 0;
  let marked: Marks = {};
  let gap = '';

  const write = (text: string): void => {
    if (text === '') return;
    pieces.push(gap, text);
    length += gap.length + text.length;
    gap = '';
    if (length > limits.characters) throw tooLarge('document-text', limits.characters);
  };

  return {
    get length() {
      return length;
    },
    write,
    mark: (marks) => (marked = { ...marked, ...marks }),
    countCells(count) {
      cells += count;
      if (cells > limits.cells) throw tooLarge('document-cells', limits.cells);
    },
    block(fill) {
      gap = length > 0 ? '\n\n' : '';
      const start = length + gap.length;
      const parts = fill();
      if (length <= start) return;
      if (blocks.length >= limits.blocks) throw tooLarge('document-blocks', limits.blocks);
      blocks.push({ ...parts, start, end: length, ...marked });
    },
    finish: () => ({ text: pieces.join(''), blocks }),
  };
}

function tooLarge(what: 'document-text' | 'document-blocks' | 'document-cells', limit: number): Problem {
  return new Problem('document-too-large', { what, limit });
}
