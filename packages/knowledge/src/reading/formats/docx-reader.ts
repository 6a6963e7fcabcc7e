import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { createDocxBodyWriter, type DocxFindings } from './docx-body.ts';
import { readDocxNotes } from './docx-notes.ts';
import { createDocxNumbering } from './docx-numbering.ts';
import { readDocxStyles } from './docx-styles.ts';
import { mainPart, openOfficePackage, partAt, relatedPart, relationshipsOf, titleProperty } from './office-package.ts';
import { xmlElements } from './office-xml.ts';

/**
 * Word documents (ECMA-376): headings by outline level, lists, tables, footnotes and endnotes, text boxes. Numbers that Word
 * sets before headings and clauses are written, since people cite them. Headers, footers, comments and tables of contents
 * are left out. There are no pages: where one ends is decided by the program that prints.
 */
export const docxReader: FormatReader = async (bytes, _about, context) => {
  const parts = await openOfficePackage(bytes, context);
  const main = mainPart(parts);
  const relationships = relationshipsOf(parts, main);
  const text = createDocumentText(context.limits);
  const found: DocxFindings = { hasEmbedded: false };
  const write = createDocxBodyWriter(
    text,
    {
      styles: readDocxStyles(relatedPart(parts, relationships, 'styles')),
      numbering: createDocxNumbering(relatedPart(parts, relationships, 'numbering')),
      notes: readDocxNotes(parts, relationships),
    },
    found,
  );
  for (const block of xmlElements(partAt(parts, main), (_, parent) => parent === 'body')) {
    context.signal.throwIfAborted();
    write([block]);
  }
  const warnings = found.hasEmbedded ? [{ code: 'document-embedded-not-read', params: {} }] : [];
  return { ...text.finish(), title: found.title?.trim() ?? titleProperty(parts), warnings };
};
