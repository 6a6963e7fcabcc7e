import { Problem } from '@jacquard/flow';
import { Parser } from 'htmlparser2';
import type { XmlElement } from './office-xml.ts';

// Deeper elements become children of the one at this depth, so that who walks the tree needs no care; far deeper is no page.
const deepest = 200;
const refused = 5_000;

/** HTML as a tree, whatever is wrong with it. Names are in lower case. Throws `document-damaged` for endless nesting. */
export function parseHtml(html: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let beyond = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: XmlElement = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      if (open.length < deepest) open.push(element);
      else beyond += 1;
      if (beyond > refused) throw new Problem('document-damaged');
    },
    ontext(text) {
      const children = open.at(-1)?.children;
      const last = children?.at(-1);
      if (children && typeof last === 'string') children[children.length - 1] = last + text;
      else children?.push(text);
    },
    onclosetag() {
      if (beyond > 0) beyond -= 1;
      else open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

const dropped = new Set(
  'script style head nav noscript template svg canvas iframe object embed audio video map button select textarea input datalist math'.split(
    ' ',
  ),
);

/** Nobody sees it, or it only leads elsewhere. */
export function isUnseen({ name, attributes }: XmlElement): boolean {
  if (dropped.has(name) || 'hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  if (attributes['role'] === 'navigation' || (name === 'dialog' && !('open' in attributes))) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '');
}

/** The text that is seen of it in one line, `<br>` being a line break. */
export function seenText(element: XmlElement): string {
  if (isUnseen(element)) return '';
  if (element.name === 'br') return '\n';
  const inner = element.children
    .map((child) => (typeof child === 'string' ? collapse(child) : seenText(child)))
    .join('');
  if (element.name === 'q') return `“${inner}”`;
  return isBlock(element.name) ? `\n${inner}\n` : inner;
}

/** Spaces and line breaks of the source are one space. */
export function collapse(text: string): string {
  return text.replaceAll(/[ \t\n\f\r]+/g, ' ');
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img br picture source'.split(
    ' ',
  ),
);

/** Whether it stands on lines of its own. */
export function isBlock(name: string): boolean {
  return !inline.has(name);
}
