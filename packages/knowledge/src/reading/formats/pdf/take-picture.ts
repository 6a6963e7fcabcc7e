import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { toGraymap, turnGraymap, type Graymap } from '../../graymap.ts';
import type { PageDrawing, PlacedPicture } from './inspect-drawing.ts';

/** Parts of the page that a scan covers at least, and by which a matrix may miss a right angle. */
const coverage = 0.8;
const tolerance = 0.02;

const decodedSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]),
});

/** The picture with the most pixels. */
export function largestPicture({ pictures }: PageDrawing): PlacedPicture | undefined {
  return pictures.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

/**
 * The one picture that is the page, as a scanner left it: upright, and without being drawn anew, which takes many times
 * longer. Undefined when the page holds more, or `isAnywhere` isn't set and the picture isn't most of the page.
 */
export async function takePicture(
  page: PDFPageProxy,
  drawing: PageDrawing,
  isAnywhere = false,
): Promise<Graymap | undefined> {
  const picture = largestPicture(drawing);
  const quarters = picture && quartersOf(picture.matrix);
  if (!picture || quarters === undefined || picture.name === '' || picture.name.startsWith('g_')) return undefined;
  if (!isAnywhere && (drawing.pictures.length > 1 || shareOf(page, picture) < coverage)) return undefined;
  const decoded = await new Promise<unknown>((resolve) => {
    page.objs.get(picture.name, resolve);
  });
  const parsed = decodedSchema.safeParse(decoded);
  if (!parsed.success) return undefined;
  const { data, width, height } = parsed.data;
  return turnGraymap(toGraymap(data, width, height), quarters);
}

function shareOf(page: PDFPageProxy, { matrix: [a = 0, b = 0, c = 0, d = 0] }: PlacedPicture): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return Math.abs(a * d - b * c) / (width * height);
}

/** Clockwise quarter turns that make the picture stand as on the page; undefined when it is mirrored or stands askew. */
function quartersOf([a = 0, b = 0, c = 0, d = 0]: PlacedPicture['matrix']): number | undefined {
  const most = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  if (most === 0 || a * d - b * c >= 0) return undefined;
  const isUpright = Math.max(Math.abs(b), Math.abs(c)) < tolerance * most;
  const isSideways = Math.max(Math.abs(a), Math.abs(d)) < tolerance * most;
  if (isUpright) return a > 0 ? 0 : 2;
  if (isSideways) return b > 0 ? 1 : 3;
  return undefined;
}
