import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { createOdtBodyWriter, type OdtFindings } from './odt-body.ts';
import { createOdtStyles } from './odt-styles.ts';
import { openOfficePackage, partAt, titleProperty } from './office-package.ts';
import { xmlElements } from './office-xml.ts';

/**
 * OpenDocument texts (1.3, part 3): headings by outline level, lists, tables, notes, frames. Headers, footers, comments and
 * tables of contents are left out. There are no pages: where one ends is decided by the program that prints.
 */
export const odtReader: FormatReader = async (bytes, _about, context) => {
  const parts = await openOfficePackage(bytes, context);
  const styles = createOdtStyles();
  const named = parts.get('styles.xml');
  if (named) for (const style of xmlElements(named, (name, parent) => isStyle(name, parent))) styles.add(style);
  const text = createDocumentText(context.limits);
  const found: OdtFindings = {};
  const write = createOdtBodyWriter(text, styles, found);
  const content = partAt(parts, 'content.xml');
  for (const element of xmlElements(content, (name, parent) => parent === 'text' || isStyle(name, parent))) {
    context.signal.throwIfAborted();
    if (element.name === 'style') styles.add(element);
    else write([element]);
  }
  return { ...text.finish(), title: found.title ?? titleProperty(parts), warnings: [] };
};

function isStyle(name: string, parent: string | undefined): boolean {
  return name === 'style' && (parent === 'styles' || parent === 'automatic-styles');
}
