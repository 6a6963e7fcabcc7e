import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Has no types; once it is loaded, the library uses it as it is. */
const workerModule: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** The library, and the folder of its fonts, character maps and decoders. */
export interface Pdfjs {
  readonly library: typeof Library;
  readonly folder: string;
  /** Whether pages can be drawn: on some systems the canvas, an optional package, can't be installed. */
  readonly canDraw: boolean;
}

let loaded: Promise<Pdfjs> | undefined;

/** Loads pdf.js once, with its worker in this thread: no address, no network. */
export function loadPdfjs(): Promise<Pdfjs> {
  return (loaded ??= load());
}

async function load(): Promise<Pdfjs> {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  const canDraw = hasCanvas(manifest);
  // It makes a matrix as it is loaded, though none is needed to read text.
  if (!canDraw && !('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  await import(workerModule);
  return { library, folder: dirname(manifest), canDraw };
}

function hasCanvas(manifest: string): boolean {
  try {
    createRequire(manifest)('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
}
