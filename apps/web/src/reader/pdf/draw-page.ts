import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { markStrings } from './mark-strings.ts';

export interface PagePlaces {
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
}

export interface DrawnPage {
  /** Where the first of the marked words stands. */
  readonly firstMark: HTMLElement | undefined;
  readonly isWhole: boolean;
}

/** Pixels of one page's picture, at most: 16 million are 64 MB. */
const mostPixels = 16_000_000;

/**
 * Draws a page: its picture, and over it its text, which can be selected, with a quotation marked. Aborted, it rejects or
 * leaves the places half drawn: whoever aborts throws them away.
 */
export async function drawPage(
  page: PDFPageProxy,
  scale: number,
  { canvas, text }: PagePlaces,
  quotation: string | undefined,
  signal: AbortSignal,
): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale });
  const sharpness = Math.min(devicePixelRatio, 2, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  const picture = page.render({ canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  signal.addEventListener('abort', () => {
    picture.cancel();
    layer.cancel();
  });
  await Promise.all([picture.promise, layer.render()]);
  signal.throwIfAborted();
  if (quotation === undefined) return { firstMark: undefined, isWhole: false };
  return markLayer(layer, quotation);
}

function markLayer({ textDivs, textContentItemsStr }: TextLayer, quotation: string): DrawnPage {
  const { pieces, isWhole } = markStrings(textContentItemsStr, quotation);
  let firstMark: HTMLElement | undefined;
  for (const [index, cut] of pieces) {
    const nodes = cut.map(({ text, isMarked }) => {
      if (!isMarked) return document.createTextNode(text);
      const mark = document.createElement('mark');
      mark.textContent = text;
      firstMark ??= mark;
      return mark;
    });
    textDivs[index]?.replaceChildren(...nodes);
  }
  return { firstMark, isWhole };
}
