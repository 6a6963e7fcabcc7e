import type { PDFPageProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';

/** What a page draws besides text. */
export interface PageDrawing {
  /** The picture with the most pixels. */
  readonly picture: { readonly name: string; readonly width: number; readonly height: number } | undefined;
  /** Count of drawn shapes: letters that are drawn and not written take many. */
  readonly shapes: number;
}

/** Looks through what a page draws. Its pictures are decoded by this, so it is asked of pages without text alone. */
export async function inspectDrawing(page: PDFPageProxy): Promise<PageDrawing> {
  const { OPS } = (await loadPdfjs()).library;
  const { fnArray, argsArray } = await page.getOperatorList();
  const painting = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const pictures = fnArray.flatMap((operator, index) =>
    painting.has(operator) ? [describePicture(argsArray[index])] : [],
  );
  return {
    picture: pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)[0],
    shapes: fnArray.filter((operator) => operator === OPS.constructPath).length,
  };
}

/** The library writes `[name, width, height]` for one of the page's objects, or `[{ data, width, height }]`. */
function describePicture(args: unknown): NonNullable<PageDrawing['picture']> {
  const [first, width, height]: unknown[] = Array.isArray(args) ? args : [];
  if (typeof first === 'string') return { name: first, width: Number(width) || 0, height: Number(height) || 0 };
  const own = typeof first === 'object' && first !== null && 'width' in first && 'height' in first ? first : undefined;
  return { name: '', width: Number(own?.width) || 0, height: Number(own?.height) || 0 };
}
