import type { PDFPageProxy } from 'pdfjs-dist';
import { loadPdfjs } from './load-pdfjs.ts';
import type { Matrix } from './matrix.ts';
import { walkDrawing } from './walk-drawing.ts';

/** A straight line of a page, across or down: from `start` to `end` at `at`. Points, as the page is seen, y down. */
export interface Rule {
  readonly isAcross: boolean;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Points: what is thinner is a line, what is shorter none. */
const thickest = 2.5;
const shortest = 5;
/** With more a page is a drawing. */
const mostRules = 4000;

/** The lines of a page, and the edges of its boxes: what tables are ruled with. */
export async function pageRules(page: PDFPageProxy): Promise<readonly Rule[]> {
  const { OPS } = (await loadPdfjs()).library;
  const rules: Rule[] = [];
  for (const { operator, args, matrix } of await walkDrawing(page)) {
    if (operator !== OPS.constructPath || !Array.isArray(args)) continue;
    const [painting, paths]: unknown[] = args;
    const data: unknown = Array.isArray(paths) ? paths[0] : undefined;
    // A path that is only clipped with isn't seen.
    if (painting === OPS.endPath || !(data instanceof Float32Array)) continue;
    for (const points of pathsIn(data)) rules.push(...rulesOf(points.map((point) => toPage(matrix, point))));
    if (rules.length > mostRules) return [];
  }
  return rules;
}

type Point = readonly [x: number, y: number];

/** Numbers after each of the library's drawing codes: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0];

/** The corners of each part of a path that has straight lines alone. */
function pathsIn(data: Float32Array): Point[][] {
  const paths: Point[][] = [];
  let isStraight = true;
  for (let at = 0; at < data.length;) {
    const code = data[at] ?? 0;
    const point: Point = [data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (code === 0) paths.push([point]);
    else if (code === 1) paths.at(-1)?.push(point);
    else if (code !== 4) isStraight = false;
    at += 1 + (lengths[code] ?? 0);
  }
  return isStraight ? paths : [];
}

function toPage([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function rulesOf(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const across = (at: number): Rule => ({ isAcross: true, at, start: box.left, end: box.right });
  const down = (at: number): Rule => ({ isAcross: false, at, start: box.top, end: box.bottom });
  if (height <= thickest) return width < shortest ? [] : [across((box.top + box.bottom) / 2)];
  if (width <= thickest) return height < shortest ? [] : [down((box.left + box.right) / 2)];
  const isBox =
    points.length >= 4 &&
    points.length <= 5 &&
    points.every(([x, y]) => isEdge(x, box.left, box.right) && isEdge(y, box.top, box.bottom));
  return isBox ? [across(box.top), across(box.bottom), down(box.left), down(box.right)] : [];
}

function isEdge(value: number, first: number, second: number): boolean {
  return Math.abs(value - first) < 0.5 || Math.abs(value - second) < 0.5;
}
