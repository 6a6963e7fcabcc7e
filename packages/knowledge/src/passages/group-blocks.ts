import type { DocumentBlock } from '@jacquard/flow';
import { isCaption } from './table-caption.ts';

/** A table that has rows. */
export type TableBlock = DocumentBlock & { readonly table: NonNullable<DocumentBlock['table']> };

/** Neighbouring blocks that may share a passage, under their headings: `lead` stands directly before them. */
export type BlockGroup = { readonly headings: readonly string[]; readonly lead: readonly DocumentBlock[] } & (
  | { readonly blocks: readonly DocumentBlock[] }
  | { readonly table: TableBlock }
);

const longestHeading = 200;

/**
 * Groups the blocks of a document: what stands under one heading and on one page belongs together, so that a quotation's
 * page is right; a sentence that goes on over the end of a page keeps both. A table stands alone, with its caption. A heading
 * without text of its own leads the next text.
 */
export function* groupBlocks(text: string, blocks: readonly DocumentBlock[]): Generator<BlockGroup> {
  const path: { readonly level: number; readonly title: string }[] = [];
  let lead: DocumentBlock[] = [];
  let open: DocumentBlock[] = [];
  const headings = (): string[] => path.map(({ title }) => title);
  const close = (): BlockGroup => {
    const group = { headings: headings(), lead, blocks: open };
    lead = [];
    open = [];
    return group;
  };
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = blocks.slice(at, at + 2);
    const last = open.at(-1);
    if (!block) break;
    if (block.kind === 'heading') {
      if (last) yield close();
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, title: text.slice(block.start, block.end).slice(0, longestHeading).toWellFormed() });
      lead.push(block);
    } else if (isTable(block)) {
      const before = last && isCaption(text, last, block) ? open.splice(-1) : [];
      const after = next && isCaption(text, next, block) ? [next] : [];
      if (open.length > 0) yield close();
      yield { headings: headings(), lead: [...lead, ...before, ...after], table: block };
      lead = [];
      at += after.length;
    } else {
      if (last && last.page !== block.page && !goesOn(text, last, block)) yield close();
      open.push(block);
    }
  }
  if (open.length > 0 || lead.length > 0) yield close();
}

function isTable(block: DocumentBlock): block is TableBlock {
  return block.kind === 'table' && block.table !== undefined && block.table.rows.length > 0;
}

/** Whether a paragraph goes on in the next block: the page ended in the middle of a sentence. */
function goesOn(text: string, last: DocumentBlock, next: DocumentBlock): boolean {
  if (last.kind !== 'paragraph' || next.kind !== 'paragraph') return false;
  return /[\p{L}\p{N},-]$/u.test(text.slice(last.start, last.end)) && /^\p{Ll}/u.test(text.slice(next.start, next.end));
}
