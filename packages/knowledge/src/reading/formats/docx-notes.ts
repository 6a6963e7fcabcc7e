import { attributeOf, descendantsOf, xmlElements, type XmlElement } from './office-xml.ts';
import { relatedPart, type OfficePackage, type Relationship } from './office-package.ts';
import { readDocxParagraph, type DocxParagraph } from './docx-paragraph.ts';

type NoteCall = DocxParagraph['notes'][number];

/** Footnotes and endnotes, counted together in the order in which they are called. */
export interface DocxNotes {
  /** `(1)`, or '' for a note that isn't there. */
  readonly markOf: (note: NoteCall) => string;
  /** The note with its mark before it, or ''. */
  readonly textOf: (note: NoteCall) => string;
}

/** Reads the notes of a document; they are few, and kept until they are called. */
export function readDocxNotes(parts: OfficePackage, relationships: readonly Relationship[]): DocxNotes {
  const notes = new Map<string, XmlElement>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const bytes = relatedPart(parts, relationships, `${kind}s`);
    if (!bytes) continue;
    for (const note of xmlElements(bytes, (name) => name === kind)) {
      notes.set(`${kind}:${attributeOf(note.attributes, 'id') ?? ''}`, note);
    }
  }
  const marks = new Map<string, string>();
  const markOf = ({ kind, id }: NoteCall): string => {
    const key = `${kind}:${id}`;
    if (!notes.has(key)) return '';
    const mark = marks.get(key) ?? `(${marks.size + 1})`;
    marks.set(key, mark);
    return mark;
  };
  const textOf = (note: NoteCall): string => {
    const paragraphs = [...descendantsOf(notes.get(`${note.kind}:${note.id}`), 'p')];
    const lines = paragraphs.map((paragraph) => readDocxParagraph(paragraph, () => '').text.trim());
    const said = lines.filter((line) => line !== '').join('\n');
    return said === '' ? '' : `${markOf(note)} ${said}`;
  };
  return { markOf, textOf };
}
