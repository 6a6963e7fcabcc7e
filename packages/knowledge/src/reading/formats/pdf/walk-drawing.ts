import type { PDFPageProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';
import { identity, multiply, type Matrix } from './matrix.ts';

/** One operator of a page. `matrix` puts its coordinates onto the page as it is seen, in points (y down). */
export interface Drawn {
  readonly operator: number;
  /** As the library writes them. */
  readonly args: unknown;
  readonly matrix: Matrix;
}

/** The operators of a page with the matrix that holds for each. Its pictures are decoded by this. */
export async function walkDrawing(page: PDFPageProxy): Promise<Drawn[]> {
  const { OPS } = (await loadPdfjs()).library;
  const { fnArray, argsArray } = await page.getOperatorList();
  let matrix: Matrix = page.getViewport({ scale: 1 }).transform;
  const saved: Matrix[] = [];
  const drawn: Drawn[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator !== OPS.transform) drawn.push({ operator, args, matrix });
    if (operator === OPS.transform) matrix = multiply(matrix, numbersIn(args));
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(args)) matrix = multiply(matrix, numbersIn(args[0]));
  }
  return drawn;
}

function numbersIn(value: unknown): Matrix {
  const numbers = Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [];
  return numbers.length === 6 ? numbers : identity;
}
