import type { Root } from 'mdast';

/** Parses one part of a document. */
export type MarkdownParser = (part: string) => Root;

/** The parser with its extensions, loaded when a document needs it. */
export async function loadMarkdownParser(): Promise<MarkdownParser> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm);
  return (part) => processor.parse(part);
}

const partSize = 200_000;

/**
 * Cuts a long document before headings, outside of fenced code: the parser needs a hundred times the memory of what it
 * reads. What is shorter stays whole, and so do links that are defined elsewhere in it.
 */
export function* splitMarkdown(text: string): Generator<string, void, void> {
  if (text.length <= partSize) {
    yield text;
    return;
  }
  let start = 0;
  let fence: string | undefined;
  for (let at = 0; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === undefined ? mark : mark.startsWith(fence) ? undefined : fence;
    const isBreak = line.trim() === '' ? at - start > 2 * partSize : at - start > partSize && /^#{1,6} /.test(line);
    if (fence === undefined && isBreak) {
      yield text.slice(start, at);
      start = at;
    }
  }
  yield text.slice(start);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
