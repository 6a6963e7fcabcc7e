import type { Nodes, Root, RootContent, Table } from 'mdast';
import type { DocumentText } from '../create-document-text.ts';
import { parseHtml, seenText } from './html-tree.ts';
import { writeHtml } from './html-body.ts';

/** Writes the blocks of a parsed document. A table's rows are numbered from 1, its header's first, its rule not counted. */
export function writeMarkdown(root: Root, text: DocumentText): void {
  for (const node of root.children) writeNode(node, text);
}

/** The first heading of level 1. */
export function titleIn(root: Root): string | undefined {
  const heading = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  return heading && (plain(heading).replaceAll(/\s+/g, ' ').trim() || undefined);
}

function writeNode(node: RootContent, text: DocumentText): void {
  if (node.type === 'heading') text.addHeading(plain(node), node.depth);
  else if (node.type === 'paragraph') text.addParagraph(plain(node));
  else if (node.type === 'code') text.addCode(node.value);
  else if (node.type === 'html') writeHtml(parseHtml(node.value), text);
  else if (node.type === 'table') writeTable(node, text);
  else if (node.type === 'listItem') writeItem(node.children, text);
  else if (node.type === 'footnoteDefinition') text.addParagraph(`(${node.label ?? node.identifier}) ${plain(node)}`);
  else if ('children' in node) for (const child of node.children) writeNode(child, text);
}

/** The first paragraph is the item; what follows, lists within it too, are blocks of their own. */
function writeItem([first, ...rest]: readonly RootContent[], text: DocumentText): void {
  if (first?.type === 'paragraph') text.addListItem(plain(first));
  else if (first) writeNode(first, text);
  for (const node of rest) writeNode(node, text);
}

function writeTable({ children: [head, ...rows] }: Table, text: DocumentText): void {
  text.addTable({
    header: (head?.children ?? []).map(plain),
    rows: rows.map((row, index) => ({ cells: row.children.map(plain), number: index + 2 })),
  });
}

/** What a reader sees: without marks, links by their words, pictures by their description. */
function plain(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return seenText(parseHtml(node.value));
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'footnoteReference') return ` (${node.label ?? node.identifier})`;
  if ('value' in node) return node.type === 'text' ? node.value.replaceAll('\n', ' ') : node.value;
  if (!('children' in node)) return '';
  const between = node.type === 'footnoteDefinition' || node.type === 'listItem' ? '\n' : '';
  return node.children.map(plain).join(between);
}
