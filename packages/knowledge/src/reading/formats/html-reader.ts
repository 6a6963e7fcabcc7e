import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeText } from './decode-text.ts';
import { writeHtml } from './html-body.ts';
import { parseHtml, seenText } from './html-tree.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';

const declarationBytes = 4_096;

/** Web pages: what is seen of them, without navigation and forms. Nothing is run and nothing is fetched. */
export const htmlReader: FormatReader = async (bytes, _about, { limits }) => {
  const start = Buffer.from(bytes.subarray(0, declarationBytes)).toString('latin1');
  const declared = /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)|^<\?xml\s[^>]*encoding=["']([\w-]+)/i.exec(start);
  const root = parseHtml(decodeText(bytes, declared?.[1] ?? declared?.[2]));
  const text = createDocumentText(limits);
  writeHtml(root, text);
  const [html] = childrenOf(root, 'html');
  return { ...text.finish(), title: titleOf(root), language: languageOf(html), warnings: [] };
};

function titleOf(root: XmlElement): string | undefined {
  for (const title of descendantsOf(root, 'title')) return oneLine(textOf(title)) ?? headingOf(root);
  return headingOf(root);
}

function headingOf(root: XmlElement): string | undefined {
  for (const heading of descendantsOf(root, 'h1')) return oneLine(seenText(heading));
  return undefined;
}

function oneLine(text: string): string | undefined {
  return text.replaceAll(/\s+/g, ' ').trim() || undefined;
}

/** `fr-CA` is French. */
function languageOf(html: XmlElement | undefined): string | undefined {
  return /^([a-z]{2})(?:-|$)/i.exec(html?.attributes['lang']?.trim() ?? '')?.[1]?.toLowerCase();
}
