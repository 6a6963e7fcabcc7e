import type { PDFPageProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';
import type { Matrix } from './matrix.ts';
import { walkDrawing } from './walk-drawing.ts';

/** A picture, and the matrix that puts its unit square (y up) onto the page as it is seen, in points (y down). */
export interface PlacedPicture {
  /** Of the page's objects; empty when it stands in the page's own content. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
}

/** What a page draws besides text. */
export interface PageDrawing {
  readonly pictures: readonly PlacedPicture[];
  /** Count of drawn shapes: letters that are drawn and not written take many. */
  readonly shapes: number;
}

/** Looks through what a page without text draws. */
export async function inspectDrawing(page: PDFPageProxy): Promise<PageDrawing> {
  const { OPS } = (await loadPdfjs()).library;
  const painting = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const drawn = await walkDrawing(page);
  return {
    pictures: drawn
      .filter(({ operator }) => painting.has(operator))
      .map(({ args, matrix }) => ({ ...describePicture(args), matrix })),
    shapes: drawn.filter(({ operator }) => operator === OPS.constructPath).length,
  };
}

/** The library writes `[name, width, height]` for one of the page's objects, or `[{ data, width, height }]`. */
function describePicture(args: unknown): Omit<PlacedPicture, 'matrix'> {
  const [first, width, height]: unknown[] = Array.isArray(args) ? args : [];
  if (typeof first === 'string') return { name: first, width: Number(width) || 0, height: Number(height) || 0 };
  const own = typeof first === 'object' && first !== null && 'width' in first && 'height' in first ? first : undefined;
  return { name: '', width: Number(own?.width) || 0, height: Number(own?.height) || 0 };
}
