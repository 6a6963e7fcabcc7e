import { openPdf } from '../formats/pdf/open-pdf.ts';
import { drawPage } from '../formats/pdf/draw-page.ts';
import { makePdf, type PdfPicture } from './make-pdf.ts';

const width = 420;
const lineHeight = 40;

/** A picture of lines of text, as a scanner would give it: what a page without letters holds. */
export async function drawScan(lines: readonly string[]): Promise<PdfPicture & { readonly size: [number, number] }> {
  const size: [number, number] = [width, (lines.length + 1) * lineHeight];
  const texts = lines.map((text, index) => ({ text, x: 30, y: size[1] - (index + 1) * lineHeight, size: 20 }));
  const { document, close } = await openPdf(makePdf([{ texts, size }]));
  try {
    const page = await document.getPage(1);
    const graymap = await drawPage(document, page, { pictures: [], shapes: 0 });
    if (!graymap) throw new Error('Nothing can be drawn on this system');
    return { ...graymap, size };
  } finally {
    await close();
  }
}
