import type { DocumentBlock } from '@jacquard/flow';

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
 * page is right; a sentence that goes on over the end of a page keeps both. A table stands alone. A heading without text of
 * its own leads the next text.
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
  for (const block of blocks) {
    const last = open.at(-1);
    const isApart = block.kind === 'heading' || isTable(block) || (last && last.page !== block.page);
    if (last && isApart && !goesOn(text, last, block)) yield close();
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      while ((path.at(-1)?.level ?? 0) >= level) path.pop();
      path.push({ level, title: text.slice(block.start, block.end).slice(0, longestHeading).toWellFormed() });
      lead.push(block);
    } else if (isTable(block)) {
      yield { headings: headings(), lead, table: block };
      lead = [];
    } else open.push(block);
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
