import { Problem } from '@jacquard/flow';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';

/** Most pixels of a picture in a page: one of A3 at 600 dots per inch. Larger ones are left out. */
const mostPixels = 70_000_000;

/** An open document, which must be closed. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * Opens a PDF with what the package itself brings: nothing is fetched, no script of the document is run. The bytes may be taken
 * over. Throws `document-has-password`, `document-damaged`.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { library, folder } = await loadPdfjs();
  const isWhole = bytes.byteLength === bytes.buffer.byteLength;
  const task = library.getDocument({
    data: isWhole ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes),
    standardFontDataUrl: `${folder}/standard_fonts/`,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    iccUrl: `${folder}/iccs/`,
    wasmUrl: `${folder}/wasm/`,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: mostPixels,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  return { document: await opened(task), close: () => task.destroy() };
}

async function opened(task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    if (error instanceof Error && error.name === 'PasswordException') throw new Problem('document-has-password');
    throw new Problem('document-damaged', {}, { cause: error });
  }
}
