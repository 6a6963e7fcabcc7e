import type { TableRow } from '../create-document-text.ts';
import { attributeOf, walkXml, type XmlAttributes } from './office-xml.ts';
import type { CellWriter, XlsxCell } from './xlsx-cells.ts';

/** Cells that hold a formula whose result was never saved. */
export interface XlsxFindings {
  formulasWithoutValue: number;
}

const widest = 16_384;

/**
 * A sheet's rows as they are shown, with their numbers; one empty row stands for any that are left out. What is merged over
 * several rows stands in each.
 */
export function* xlsxRows(bytes: Uint8Array, write: CellWriter, found: XlsxFindings): Generator<TableRow, void, void> {
  const merges = mergesIn(bytes);
  let ready: TableRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: (XlsxCell & { value: string; hasFormula: boolean }) | undefined;
  let isValue = false;
  let isPronunciation = false;
  const openRow = (attributes: XmlAttributes): void => {
    const next = Number(attributes['r'] ?? number + 1);
    if (next > number + 1) ready.push({ cells: [], number: number + 1 });
    number = Number.isSafeInteger(next) && next > number ? next : number + 1;
    cells = [];
    column = 0;
  };
  const closeCell = (): void => {
    if (!cell) return;
    const shown = write(cell);
    if (cell.hasFormula && cell.value === '') found.formulasWithoutValue += 1;
    if (shown !== '' && column <= widest) {
      while (cells.length < column) cells.push('');
      cells[column - 1] = shown;
    }
    cell = undefined;
  };
  const walk = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1;
        cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', hasFormula: false };
      } else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'rPh') isPronunciation = true;
      isValue = name === 'v' || (name === 't' && !isPronunciation);
    },
    text(text) {
      if (isValue && cell) cell.value += text;
    },
    close(name) {
      if (name === 'c') closeCell();
      else if (name === 'row') ready.push({ cells: merges.fill(cells, number), number });
      else if (name === 'rPh') isPronunciation = false;
      isValue = false;
    },
  });
  for (const _ of walk) {
    yield* ready;
    ready = [];
  }
}

/** From 1: of "AB12", 28. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return column;
}

interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  text: string;
}

const mostMerges = 5_000;

/** Merged ranges stand after the cells that they merge, so they are looked for before these are read. */
function mergesIn(bytes: Uint8Array): { fill(cells: string[], number: number): string[] } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('mergeCells');
  const start = end > 0 ? buffer.lastIndexOf('mergeCells', end - 1) : -1;
  const written = start === -1 ? '' : buffer.toString('latin1', start, end);
  const merges: Merge[] = [];
  for (const [, column, first, last] of written.matchAll(/ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)) {
    const merge = { column: columnOf(column) ?? 1, first: Number(first), last: Number(last), text: '' };
    if (merge.last > merge.first && merges.length < mostMerges) merges.push(merge);
  }
  merges.sort((a, b) => a.first - b.first);
  let open: Merge[] = [];
  let next = 0;
  return {
    fill(cells, number) {
      for (const merge of open) {
        while (cells.length < merge.column) cells.push('');
        if (merge.last >= number && cells[merge.column - 1] === '') cells[merge.column - 1] = merge.text;
      }
      for (let merge = merges[next]; merge && merge.first <= number; merge = merges[next]) {
        merge.text = merge.first === number ? (cells[merge.column - 1] ?? '') : '';
        if (merge.text !== '') open.push(merge);
        next += 1;
      }
      open = open.filter(({ last }) => last > number);
      return cells;
    },
  };
}
