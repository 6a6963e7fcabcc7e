import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeText } from './decode-text.ts';
import { loadMarkdownParser, splitMarkdown } from './markdown-parts.ts';
import { titleIn, writeMarkdown } from './markdown-body.ts';

/** CommonMark with tables, notes and task lists (GFM). Front matter gives the title and is no text. */
export const markdownReader: FormatReader = async (bytes, _about, { limits, signal }) => {
  const parse = await loadMarkdownParser();
  const { front, body } = splitFrontMatter(decodeText(bytes));
  const text = createDocumentText(limits);
  let title = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/im.exec(front)?.[2];
  for (const part of splitMarkdown(body)) {
    signal.throwIfAborted();
    const root = parse(part);
    title ??= titleIn(root);
    writeMarkdown(root, text);
  }
  return { ...text.finish(), title, warnings: [] };
};

/** YAML between `---` lines, or TOML between `+++` lines, at the very beginning. */
function splitFrontMatter(text: string): { front: string; body: string } {
  const found = /^(---|\+\+\+)[ \t]*\n([^]*?\n)??\1[ \t]*(?:\n|$)/.exec(text);
  const front = found?.[2] ?? '';
  // A document may also begin with a rule: then what follows is no list of keys.
  if (!found || !/^[\w-]+\s*[:=]/m.test(front)) return { front: '', body: text };
  return { front, body: text.slice(found[0].length) };
}
