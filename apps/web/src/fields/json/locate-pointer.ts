import { jsonLanguage } from '@codemirror/lang-json';

/** A node of the syntax tree. */
export type SyntaxNode = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

/** A part of a text, in UTF-16 code units. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the value of a JSON Pointer stands in a text. A place that isn't there (a property that is missing) gives the
 * beginning of the object or list that it is missing from.
 */
export function locatePointer(text: string, pointer: string): TextPart {
  let here = jsonLanguage.parser.parse(text).topNode.firstChild;
  if (!here) return { from: 0, to: Math.min(1, text.length) };
  for (const key of pointer.split('/').slice(1)) {
    const next = childOf(here, key, text);
    if (!next) return { from: here.from, to: Math.min(here.from + 1, here.to) };
    here = next;
  }
  return { from: here.from, to: here.to };
}

/** The path of keys and places that leads to a node of the syntax tree, as its value's place in the document. */
export function pathTo(node: SyntaxNode, text: string): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: SyntaxNode = node; at.parent; at = at.parent) {
    if (at.parent.name === 'Property') {
      if (at.name !== 'PropertyName') path.unshift(keyOf(at.parent, text));
    } else if (at.parent.name === 'Array') path.unshift(itemsOf(at.parent).findIndex((item) => item.from === at.from));
  }
  return path;
}

/** The key of a property, unescaped. */
export function keyOf(property: SyntaxNode, text: string): string {
  const name = property.getChild('PropertyName');
  const written = name ? text.slice(name.from, name.to) : '""';
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}

function childOf(node: SyntaxNode, key: string, text: string): SyntaxNode | null | undefined {
  if (node.name === 'Array') return itemsOf(node)[Number(key)];
  const property = node.getChildren('Property').find((one) => keyOf(one, text) === key);
  return property?.lastChild;
}

function itemsOf(list: SyntaxNode): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (!/^[[\],]$|⚠/.test(child.name)) items.push(child);
  }
  return items;
}
