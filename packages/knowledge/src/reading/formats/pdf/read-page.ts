import { Problem } from '@jacquard/flow';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { ReadContext } from '../../format-reader.ts';
import { readAnyWayUp } from '../../read-any-way-up.ts';
import { fillGrids } from './fill-grids.ts';
import { findGrids } from './find-grids.ts';
import { groupRows } from './group-rows.ts';
import { pageRules } from './page-rules.ts';
import { drawPage } from './draw-page.ts';
import { inspectDrawing } from './inspect-drawing.ts';
import { joinStrings } from './join-strings.ts';
import type { PageText, Segment } from './page-layout.ts';
import { stringsOf } from './page-strings.ts';
import { scanSegments } from './scan-segments.ts';
import { largestPicture } from './take-picture.ts';

/** A page with fewer letters is looked at for a picture as large as a scan, with next to none for drawn letters as well. */
const fewLetters = 200;
const hardlyAny = 20;
/** Pixels: smaller ones are logos. */
const scanPixels = 300_000;
const manyShapes = 60;
/** Letters of a cell, in most tables. */
const longestCell = 40;

/**
 * Reads a page: its text, or, where there is next to none but a picture, what the picture says. Undefined when it can't be
 * read; throws what concerns the whole document.
 */
export async function readPage(
  document: PDFDocumentProxy,
  number: number,
  context: ReadContext,
): Promise<PageText | undefined> {
  try {
    const page = await document.getPage(number);
    try {
      return await readText(document, page, context);
    } finally {
      page.cleanup();
    }
  } catch (error) {
    if (context.signal.aborted || (Problem.is(error) && error.code !== 'document-damaged')) throw error;
    return undefined;
  }
}

async function readText(document: PDFDocumentProxy, page: PDFPageProxy, context: ReadContext): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const areas = await areasOf(page, viewport.transform);
  const letters = lettersOf(areas);
  if (letters > context.limits.characters) {
    throw new Problem('document-too-large', { what: 'document-text', limit: context.limits.characters });
  }
  const text: PageText = { number: page.pageNumber, height: viewport.height, areas };
  if (letters >= fewLetters) return text;
  const drawing = await inspectDrawing(page);
  const { width = 0, height = 0 } = largestPicture(drawing) ?? {};
  const isDrawn = letters < hardlyAny && drawing.shapes >= manyShapes;
  if (width * height < scanPixels && !isDrawn) return text;
  const graymap = await drawPage(document, page, drawing);
  if (!graymap) throw new Problem('document-damaged');
  const scan = await readAnyWayUp(graymap, context.readPicture, context.signal);
  const areasOfScan = [scanSegments(scan, viewport.height)];
  return lettersOf(areasOfScan) > letters ? { ...text, areas: areasOfScan, confidence: scan.confidence } : text;
}

function lettersOf(areas: readonly (readonly Segment[])[]): number {
  return areas.flat().reduce((sum, { text }) => sum + text.length, 0);
}

async function areasOf(page: PDFPageProxy, toPage: number[]): Promise<Segment[][]> {
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
  const isMono = (font: string): boolean => styles[font]?.fontFamily === 'monospace';
  const [upright = [], ...turned] = stringsOf(items, toPage);
  const area = joinStrings(upright, isMono);
  const others = turned.map((strings) => joinStrings(strings, isMono));
  if (!mayHoldTable(area)) return [area, ...others];
  const filled = fillGrids(upright, findGrids(await pageRules(page)));
  return [[...filled.tables, ...joinStrings(filled.others, isMono)], ...others];
}

/** Several lines have short texts beside one another: worth looking for the lines that tables are ruled with. */
function mayHoldTable(segments: readonly Segment[]): boolean {
  const rows = groupRows(segments).filter((row) => row.segments.length > 1);
  return rows.filter((row) => row.segments.some(({ text }) => text.length <= longestCell)).length >= 2;
}
