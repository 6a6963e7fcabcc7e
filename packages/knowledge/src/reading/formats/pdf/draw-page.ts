import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { shrinkGraymap, toGraymap, type Graymap } from '../../graymap.ts';
import type { PageDrawing } from './inspect-drawing.ts';
import { loadPdfjs } from './load-pdfjs.ts';
import { largestPicture, takePicture } from './take-picture.ts';

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
 * A page as a gray picture: the scan that it is, or drawn as finely as its own picture is, within bounds. Undefined when the
 * page is no single picture and nothing can be drawn on this system.
 */
export async function drawPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  drawing: PageDrawing,
): Promise<Graymap | undefined> {
  const { canDraw } = await loadPdfjs();
  const taken = await takePicture(page, drawing, !canDraw);
  if (taken) return fitPixels(taken);
  return canDraw ? await render(document, page, scaleOf(page, drawing)) : undefined;
}

function fitPixels(graymap: Graymap): Graymap {
  const factor = Math.ceil(Math.sqrt((graymap.width * graymap.height) / mostPixels));
  return factor > 1 ? shrinkGraymap(graymap, factor) : graymap;
}

function scaleOf(page: PDFPageProxy, drawing: PageDrawing): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const picture = largestPicture(drawing);
  const own = picture ? (Math.max(picture.width, picture.height) / Math.max(width, height)) * 72 : mostDots;
  const dots = Math.min(mostDots, Math.max(fewestDots, own));
  return Math.min(dots / 72, Math.sqrt(mostPixels / (width * height)));
}

async function render(document: PDFDocumentProxy, page: PDFPageProxy, scale: number): Promise<Graymap> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  // boundary: the factory is the library's own for Node, whose types say nothing of it
  const factory = document.canvasFactory as {
    create(width: number, height: number): Surface;
    destroy(surface: Surface): void;
  };
  const surface = factory.create(width, height);
  try {
    await page.render({ canvas: surface.canvas, viewport, background: '#ffffff' }).promise;
    return toGraymap(surface.context.getImageData(0, 0, width, height).data, width, height);
  } finally {
    factory.destroy(surface);
  }
}
