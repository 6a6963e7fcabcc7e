import { attributeOf, childAt, childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';

/** What a paragraph or heading says, and what hangs on it. */
export interface OdtParagraph {
  readonly text: string;
  /** Each with its mark before it. */
  readonly notes: readonly string[];
  /** Frames and shapes that hold text. */
  readonly boxes: readonly XmlElement[];
}

const mostSpaces = 1_000;
// Comments, pronunciation, scripts, text that only shows under a condition that isn't met, and titles of pictures.
const leftOut = new Set(['annotation', 'annotation-end', 'ruby-text', 'script', 'hidden-text', 'title', 'desc']);
const frames = new Set(['frame', 'custom-shape', 'rect', 'g', 'text-box', 'ellipse', 'caption', 'polygon', 'path']);

/** Reads what stands in a paragraph (OpenDocument 1.3, part 3, 6.1): runs of spaces are one, `text:s` are those meant. */
export function readOdtParagraph(paragraph: XmlElement): OdtParagraph {
  const pieces: string[] = [];
  const notes: string[] = [];
  const boxes: XmlElement[] = [];
  const visit = (element: XmlElement | string): void => {
    if (typeof element === 'string') {
      pieces.push(element.replaceAll(/[ \t\r\n]+/g, ' '));
      return;
    }
    const { name, attributes } = element;
    if (leftOut.has(name)) return;
    if (name === 's') pieces.push(' '.repeat(Math.min(Number(attributeOf(attributes, 'c') ?? 1) || 1, mostSpaces)));
    else if (name === 'tab') pieces.push('\t');
    else if (name === 'line-break') pieces.push('\n');
    else if (name === 'number') pieces.push(`${textOf(element).trim()} `);
    else if (frames.has(name)) boxes.push(element);
    else if (name === 'note') {
      const mark = `(${textOf(childAt(element, 'note-citation')).trim() || notes.length + 1})`;
      pieces.push(/\s$/.test(pieces.at(-1) ?? ' ') ? mark : ` ${mark}`);
      notes.push(`${mark} ${linesOf(childAt(element, 'note-body'))}`);
    } else for (const child of element.children) visit(child);
  };
  for (const child of paragraph.children) visit(child);
  return { text: pieces.join(''), notes, boxes };
}

/** The text of all paragraphs and headings within an element, a line each. */
export function linesOf(element: XmlElement | undefined): string {
  return paragraphsIn(element)
    .map((paragraph) => readOdtParagraph(paragraph).text.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Paragraphs and headings within an element, in order. */
export function paragraphsIn(element: XmlElement | undefined): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    child.name === 'p' || child.name === 'h' ? [child] : leftOut.has(child.name) ? [] : paragraphsIn(child),
  );
}

/** The blocks that frames and shapes hold. */
export function boxContents(box: XmlElement): XmlElement[] {
  const inner = [...descendantsOf(box, 'text-box')];
  return inner.length > 0 ? inner.flatMap((content) => childrenOf(content)) : childrenOf(box);
}
