/** A stretch of Markdown that reads the same whatever follows it. */
export interface MarkdownBlock {
  /** As it is parsed: a code fence that was cut is opened anew, and a table has its head again. */
  readonly text: string;
  /** UTF-16 code units of the whole text that it stands for. */
  readonly length: number;
}

/** A text in blocks, together all of it. */
export interface MarkdownBlocks {
  readonly text: string;
  readonly blocks: readonly MarkdownBlock[];
}

/** Longer blocks are cut at a line, and longer lines at a space, so that no block takes long to parse. */
const [mostInList, mostInBlock, mostInLine] = [2_000, 6_000, 4_000];

const fence = /^ {0,3}(`{3,}|~{3,})/;
/** What stands under the head of a table: `| --- | :-: |`. */
const tableRule = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const listItem = /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;

/**
 * Cuts Markdown at empty lines between paragraphs, lists, tables and code. While a text grows, `before` is what it was: only
 * its last two blocks are looked at again, the others stay the same objects, so that nothing settled is parsed twice.
 */
export function markdownBlocks(text: string, before?: MarkdownBlocks): MarkdownBlocks {
  if (before?.text === text) return before;
  const isGrown = before !== undefined && text.startsWith(before.text);
  const blocks = isGrown ? before.blocks.slice(0, -2) : [];
  const reader = new BlockReader(text, blocks);
  return { text, blocks: reader.read() };
}

/** Reads a text line by line from where the known blocks end. */
class BlockReader {
  readonly #text: string;
  readonly #blocks: MarkdownBlock[];
  #start: number;
  /** The line that opened the fence of code in which the reader stands. */
  #fence: string | undefined;
  /** Opens the fence, or the table, anew in a block that goes on with it. */
  #lead = '';

  constructor(text: string, blocks: readonly MarkdownBlock[]) {
    this.#text = text;
    this.#blocks = [...blocks];
    this.#start = blocks.reduce((sum, { length }) => sum + length, 0);
    const last = blocks.at(-1);
    if (last) this.#fence = openFence(last.text);
    this.#lead = this.#fence ?? (last && headOfTable(last.text)) ?? '';
  }

  read(): readonly MarkdownBlock[] {
    let isAfterEmpty = false;
    for (let at = this.#start; at < this.#text.length;) {
      const end = this.#endOfLine(at);
      const line = this.#text.slice(at, Math.min(end, at + mostInLine));
      if (at > this.#start && this.#begins(line, at, isAfterEmpty)) this.#cut(at);
      this.#readFence(line);
      isAfterEmpty = line.trim() === '';
      at = end;
    }
    this.#cut(this.#text.length);
    return this.#blocks;
  }

  #endOfLine(at: number): number {
    const line = this.#text.indexOf('\n', at);
    const end = line < 0 ? this.#text.length : line + 1;
    if (end - at <= mostInLine) return end;
    const space = this.#text.lastIndexOf(' ', at + mostInLine);
    return space > at + mostInLine / 2 ? space + 1 : at + mostInLine;
  }

  #begins(line: string, at: number, isAfterEmpty: boolean): boolean {
    const length = at - this.#start;
    if (length > mostInBlock) return true;
    if (this.#fence !== undefined) return false;
    const isList = listItem.test(this.#text.slice(this.#start, this.#start + 12));
    if (isList && listItem.test(line)) return length > mostInList;
    return isAfterEmpty && line.trim() !== '' && !/^(?: {2}|\t)/.test(line);
  }

  #readFence(line: string): void {
    const mark = fence.exec(line)?.[1];
    if (mark === undefined) return;
    if (this.#fence === undefined) this.#fence = line.endsWith('\n') ? line : `${line}\n`;
    else if (line.trim() === mark && mark.startsWith(fence.exec(this.#fence)?.[1] ?? '')) this.#fence = undefined;
  }

  #cut(at: number): void {
    const text = this.#lead + this.#text.slice(this.#start, at);
    if (at > this.#start) this.#blocks.push({ text, length: at - this.#start });
    this.#start = at;
    this.#lead = this.#fence ?? headOfTable(text) ?? '';
  }
}

/** The two lines that begin the table in which a block ends; undefined when it ends with anything else. */
function headOfTable(text: string): string | undefined {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const rule = lines.findLastIndex((line) => line.includes('|') && tableRule.test(line));
  const isOpen =
    rule > 0 && lines[rule - 1]?.includes('|') === true && lines.slice(rule).every((line) => line.trim() !== '');
  return isOpen ? `${lines[rule - 1]}\n${lines[rule]}\n` : undefined;
}

/** The line that opens the fence in which a block ends; undefined when it ends outside of one. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = `${line}\n`;
    else if (line.trim() === mark && mark.startsWith(fence.exec(open)?.[1] ?? '')) open = undefined;
  }
  return open;
}
