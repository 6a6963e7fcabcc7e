import type { DocumentBlock } from '@jacquard/flow';

/** A block, or a part of one that is too long to be drawn at once. Offsets are of the document's text. */
export interface BlockPart {
  readonly block: DocumentBlock;
  readonly start: number;
  readonly end: number;
  /** Of a table: its rows from, to (the one at `to` isn't in it). */
  readonly rows?: readonly [from: number, to: number];
  /** The first of its page. */
  readonly startsPage?: boolean;
}

/** A stretch of a document that is drawn or left out as a whole. */
export interface TextWindow {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly BlockPart[];
}

/** About how many characters a window holds, and rows a part of a table. */
const windowSize = 12_000;
const partSize = 6_000;
const rowsAtOnce = 150;

/**
 * Cuts a document into windows of which only those near the view are drawn, so that a text of many megabytes scrolls. A long
 * paragraph is cut at a line or a word, a long table between rows. A document without blocks is cut by its lines.
 */
export function windowsOf(text: string, blocks: readonly DocumentBlock[]): readonly TextWindow[] {
  const all: readonly DocumentBlock[] =
    blocks.length > 0 ? blocks : text === '' ? [] : [{ kind: 'code', start: 0, end: text.length }];
  const windows: TextWindow[] = [];
  let parts: BlockPart[] = [];
  let size = 0;
  let page: number | undefined;
  const close = (): void => {
    const [first] = parts;
    const last = parts.at(-1);
    if (first && last) windows.push({ start: first.start, end: last.end, parts });
    parts = [];
    size = 0;
  };
  for (const block of all) {
    for (const part of block.table && block.table.rows.length > 0 ? tableParts(block) : textParts(text, block)) {
      parts.push(block.page === page ? part : { ...part, startsPage: true });
      page = block.page;
      size += part.end - part.start;
      if (size >= windowSize) close();
    }
  }
  close();
  return windows;
}

/** The window that holds an offset; the one before it where it lies between two. */
export function windowAt(windows: readonly TextWindow[], offset: number): number {
  return Math.max(
    0,
    windows.findLastIndex(({ start }) => start <= offset),
  );
}

function* textParts(text: string, block: DocumentBlock): Generator<BlockPart> {
  let start = block.start;
  while (block.end - start > partSize * 1.5) {
    const wanted = start + partSize;
    const line = text.lastIndexOf('\n', wanted);
    const space = text.lastIndexOf(' ', wanted);
    const end = line > start + partSize / 2 ? line + 1 : space > start + partSize / 2 ? space + 1 : wanted;
    yield { block, start, end };
    start = end;
  }
  yield { block, start, end: block.end };
}

function* tableParts(block: DocumentBlock): Generator<BlockPart> {
  const rows = block.table?.rows ?? [];
  for (let from = 0; from < rows.length;) {
    let to = from;
    const start = from === 0 ? block.start : (rows[from]?.[0] ?? block.start);
    while (to < rows.length && to - from < rowsAtOnce && (rows[to]?.[1] ?? 0) - start <= partSize * 2) to += 1;
    to = Math.max(to, from + 1);
    yield { block, start, end: rows[to - 1]?.[1] ?? block.end, rows: [from, to] };
    from = to;
  }
}
