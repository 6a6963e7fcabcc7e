import { Problem } from '@jacquard/flow';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { makeGraymap } from '../../make-graymap.ts';
import type { PageDrawing } from './inspect-drawing.ts';
import { loadPdfjs } from './load-pdfjs.ts';

/** Dots per inch: with fewer letters are too coarse to be recognised, with more it takes longer and is no better. */
const fewestDots = 200;
const mostDots = 300;
const mostPixels = 10_000_000;

/** What is used of a canvas and its context: the library's own types are a browser's. */
interface Surface {
  readonly canvas: Parameters<PDFPageProxy['render']>[0]['canvas'];
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}

/**
 * Draws a page as a gray picture, as finely as its own picture is, within bounds. Where nothing can be drawn on this system,
 * that picture is taken as it is. Throws `document-damaged` when there is none.
 */
export async function drawPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  { picture }: PageDrawing,
): Promise<Uint8Array> {
  if (!(await loadPdfjs()).canDraw) return await takePicture(page, picture);
  const size = page.getViewport({ scale: 1 });
  const own = picture ? (Math.max(picture.width, picture.height) / Math.max(size.width, size.height)) * 72 : mostDots;
  const dots = Math.min(mostDots, Math.max(fewestDots, own));
  const scale = Math.min(dots / 72, Math.sqrt(mostPixels / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  // boundary: the factory is the library's own for Node, whose types say nothing of it
  const factory = document.canvasFactory as {
    create(width: number, height: number): Surface;
    destroy(it: Surface): void;
  };
  const surface = factory.create(width, height);
  try {
    await page.render({ canvas: surface.canvas, viewport, background: '#ffffff' }).promise;
    return makeGraymap(surface.context.getImageData(0, 0, width, height).data, width, height);
  } finally {
    factory.destroy(surface);
  }
}

const decodedSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]),
});

async function takePicture(page: PDFPageProxy, picture: PageDrawing['picture']): Promise<Uint8Array> {
  const decoded = await new Promise<unknown>((resolve) => {
    if (picture && picture.name !== '') page.objs.get(picture.name, resolve);
    else resolve(undefined);
  });
  const parsed = decodedSchema.safeParse(decoded);
  if (!parsed.success) throw new Problem('document-damaged', {}, { cause: parsed.error });
  const { data, width, height } = parsed.data;
  return makeGraymap(data, width, height);
}
