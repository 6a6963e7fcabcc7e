import { attributeOf, childAt, childrenOf, type XmlElement } from './office-xml.ts';
import { valueOf } from './docx-styles.ts';

/** What a paragraph says, and what hangs on it. */
export interface DocxParagraph {
  readonly text: string;
  /** Ids of its footnotes and endnotes, in order. */
  readonly notes: readonly { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  /** Contents of its text boxes. */
  readonly boxes: readonly XmlElement[];
}

// Deleted and moved away, field codes, comments and what stands for pictures.
const leftOut = new Set(['del', 'moveFrom', 'instrText', 'delText', 'annotationRef', 'pPr', 'rPr', 'rt', 'Fallback']);
const written: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

/**
 * Reads a paragraph's runs (ECMA-376, part 1, 17.3). Text of a hidden run, of tracked deletions and of field codes is no
 * text. `markOf` gives what is written where a note is called.
 */
export function readDocxParagraph(
  paragraph: XmlElement,
  markOf: (note: DocxParagraph['notes'][number]) => string,
): DocxParagraph {
  const pieces: string[] = [];
  const notes: { kind: 'footnote' | 'endnote'; id: string }[] = [];
  const boxes: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    const { name, attributes } = element;
    if (leftOut.has(name)) return;
    if (name === 'r' && isOn(childAt(element, 'rPr'), 'vanish')) return;
    if (name === 't') {
      pieces.push(element.children.filter((child) => typeof child === 'string').join(''));
    } else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
      const note = { kind, id: attributeOf(attributes, 'id') ?? '' } as const;
      const mark = markOf(note);
      if (mark !== '') pieces.push(/\s$/.test(pieces.at(-1) ?? ' ') ? mark : ` ${mark}`);
      notes.push(note);
    } else if (name === 'txbxContent') {
      boxes.push(element);
    } else if (Object.hasOwn(written, name)) {
      pieces.push(written[name] ?? '');
    } else {
      for (const child of childrenOf(element)) visit(child);
    }
  };
  for (const child of childrenOf(paragraph)) visit(child);
  return { text: pieces.join(''), notes, boxes };
}

/** Whether a run property is set: present, and not set to false. */
export function isOn(properties: XmlElement | undefined, name: string): boolean {
  const element = childAt(properties, name);
  return element !== undefined && !/^(?:0|false|off)$/.test(valueOf(properties, name) ?? '');
}
