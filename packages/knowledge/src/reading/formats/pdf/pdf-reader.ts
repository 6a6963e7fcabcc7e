import { Problem } from '@jacquard/flow';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FormatReader, ReadContext, ReadParts } from '../../format-reader.ts';
import { scannedWarning, unreadableWarning } from '../../scan-warnings.ts';
import { openPdf } from './open-pdf.ts';
import type { PageText } from './page-layout.ts';
import { readPage } from './read-page.ts';
import { usableTitle } from './usable-title.ts';
import { writePages } from './write-pages.ts';

/** Pages after which the library's own caches are emptied. */
const pagesKept = 40;

/** Reads a PDF page by page; pages without text are read from their picture. Scripts, forms and attachments are ignored. */
export const pdfReader: FormatReader = async (bytes, _about, context) => {
  const { document, close } = await openPdf(bytes);
  try {
    return await readDocument(document, context);
  } finally {
    await close();
  }
};

async function readDocument(document: PDFDocumentProxy, context: ReadContext): Promise<ReadParts> {
  const total = document.numPages;
  if (total > context.limits.pages) {
    throw new Problem('document-too-large', { what: 'document-pages', limit: context.limits.pages });
  }
  const pages: PageText[] = [];
  const unreadable: number[] = [];
  for (let number = 1; number <= total; number += 1) {
    context.signal.throwIfAborted();
    const page = await readPage(document, number, context);
    if (page) pages.push(page);
    else unreadable.push(number);
    if (number % pagesKept === 0) await document.cleanup();
    context.onPages(number, total);
  }
  if (pages.length === 0) throw new Problem('document-damaged');
  const { text, blocks, firstHeading } = writePages(pages, context.limits);
  const scanned = pages.flatMap(({ number, confidence }) => (confidence === undefined ? [] : [{ number, confidence }]));
  return {
    text,
    blocks,
    title: (await titleOf(document)) ?? firstHeading,
    pages: total,
    warnings: [...scannedWarning(scanned), ...unreadableWarning(unreadable)],
  };
}

async function titleOf(document: PDFDocumentProxy): Promise<string | undefined> {
  try {
    const { info } = await document.getMetadata();
    return 'Title' in info ? usableTitle(info.Title) : undefined;
  } catch {
    return undefined;
  }
}
