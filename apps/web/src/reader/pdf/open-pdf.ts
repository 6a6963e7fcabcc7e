import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The bundler gives the worker's address; the linter reads the worker itself.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Where the build puts what the library reads at need: character maps, the standard fonts, decoders of images. */
const parts = `${import.meta.env.BASE_URL}pdf/`;

/** Images of more pixels than this are left out: they would take gigabytes. */
const largestImage = 100_000_000;

/**
 * Opens a PDF by its address, in a worker. Everything comes from this server. Decoders run as JavaScript, since the page's
 * policy allows no WebAssembly; scripts and forms within the PDF don't run at all.
 */
export function openPdf(address: string): PDFDocumentLoadingTask {
  return getDocument({
    url: address,
    cMapUrl: `${parts}cmaps/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}decoders/`,
    iccUrl: `${parts}iccs/`,
    useWasm: false,
    enableXfa: false,
    maxImageSize: largestImage,
    verbosity: 0,
  });
}
