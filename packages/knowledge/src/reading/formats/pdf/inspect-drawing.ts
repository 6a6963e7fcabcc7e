import type { PDFPageProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';
import { identity, multiply, type Matrix } from './matrix.ts';

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

/** Looks through what a page draws. Its pictures are decoded by this, so it is asked of pages without text alone. */
export async function inspectDrawing(page: PDFPageProxy): Promise<PageDrawing> {
  const { OPS } = (await loadPdfjs()).library;
  const { fnArray, argsArray } = await page.getOperatorList();
  const painting = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const pictures: PlacedPicture[] = [];
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform;
  const saved: Matrix[] = [];
  let shapes = 0;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = multiply(matrix, numbersIn(args));
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(args)) matrix = multiply(matrix, numbersIn(args[0]));
    if (operator === OPS.constructPath) shapes += 1;
    if (painting.has(operator)) pictures.push({ ...describePicture(args), matrix });
  }
  return { pictures, shapes };
}

function numbersIn(value: unknown): Matrix {
  const numbers = Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [];
  return numbers.length === 6 ? numbers : identity;
}

/** The library writes `[name, width, height]` for one of the page's objects, or `[{ data, width, height }]`. */
function describePicture(args: unknown): Omit<PlacedPicture, 'matrix'> {
  const [first, width, height]: unknown[] = Array.isArray(args) ? args : [];
  if (typeof first === 'string') return { name: first, width: Number(width) || 0, height: Number(height) || 0 };
  const own = typeof first === 'object' && first !== null && 'width' in first && 'height' in first ? first : undefined;
  return { name: '', width: Number(own?.width) || 0, height: Number(own?.height) || 0 };
}
