import type { DocumentBlock } from '@jacquard/flow';
import type { TableBlock } from './group-blocks.ts';

const longestCaption = 200;
const numbered = /^(table|tableau|tab\.)\s*[\divxlc]/i;

/** Whether a paragraph beside a table is its caption: “Table 3: Fees”, its own name, or, before it, a line that ends in a colon. */
export function isCaption(text: string, block: DocumentBlock, table: TableBlock): boolean {
  const words = text.slice(block.start, block.end);
  if (block.kind !== 'paragraph' || words.length > longestCaption || block.page !== table.page) return false;
  const isBefore = block.end <= table.start;
  return numbered.test(words) || words === table.table.name || (isBefore && words.endsWith(':'));
}
