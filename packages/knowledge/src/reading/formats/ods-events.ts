import { attributeOf, walkXml, type XmlAttributes } from './office-xml.ts';

/** What a spreadsheet's content says, in its order: a sheet begins, a row of it. */
export type OdsEvent =
  | { readonly kind: 'sheet'; readonly name: string; readonly isHidden: boolean }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly repeated: number };

/** Cells that hold a formula whose result was never saved. */
export interface OdsFindings {
  formulasWithoutValue: number;
}

const widest = 16_384;
// What was deleted and is kept for review, drawings, comments, what a sheet's ranges and checks are called.
const leftOut = new Set([
  'tracked-changes',
  'shapes',
  'annotation',
  'frame',
  'content-validations',
  'named-expressions',
]);

interface Cell {
  readonly attributes: XmlAttributes;
  text: string;
  /** Whether a paragraph of it has ended. */
  hasLine: boolean;
}

/** Reads a content part (OpenDocument 1.3, part 3, 9.1): cells as the program that saved it showed them. */
export function* odsEvents(bytes: Uint8Array, found: OdsFindings): Generator<OdsEvent, void, void> {
  const hidden = new Set<string>();
  let style = '';
  let ready: OdsEvent[] = [];
  const row = createRow(found);
  let repeated = 1;
  let cell: Cell | undefined;
  let inLine = false;
  let outside = 0;
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'style') style = attributeOf(attributes, 'name') ?? '';
    else if (name === 'table-properties' && attributeOf(attributes, 'display') === 'false') hidden.add(style);
    else if (name === 'table') {
      const isHidden = hidden.has(attributeOf(attributes, 'style-name') ?? '');
      ready.push({ kind: 'sheet', name: attributeOf(attributes, 'name') ?? '', isHidden });
      row.begin();
    } else if (name === 'table-row') {
      repeated = count(attributes, 'number-rows-repeated');
    } else if (name === 'table-cell' || name === 'covered-table-cell') cell = { attributes, text: '', hasLine: false };
    else if (cell && inLine) cell.text += inlineOf(name, attributes);
    else if (cell && name === 'p') {
      if (cell.hasLine) cell.text += '\n';
      cell.hasLine = true;
      inLine = true;
    }
  };
  const walk = walkXml(bytes, {
    open(name, attributes) {
      if (outside > 0 || leftOut.has(name)) outside += 1;
      else open(name, attributes);
    },
    text(text) {
      if (outside === 0 && inLine && cell) cell.text += text.replaceAll(/[ \t\r\n]+/g, ' ');
    },
    close(name) {
      if (outside > 0) outside -= 1;
      else if (name === 'p') inLine = false;
      else if (name === 'table-row') ready.push({ kind: 'row', cells: row.take(), repeated });
      else if (cell && (name === 'table-cell' || name === 'covered-table-cell')) {
        row.add(cell);
        cell = undefined;
      }
    },
  });
  for (const _ of walk) {
    yield* ready;
    ready = [];
  }
}

/** The cells of one row after another. */
interface Row {
  /** A sheet begins. */
  begin(): void;
  add(cell: Cell): void;
  take(): string[];
}

/** What is merged over several rows stands in each. */
function createRow(found: OdsFindings): Row {
  let cells: string[] = [];
  let spans: { text: string; left: number }[] = [];
  return {
    begin() {
      spans = [];
    },
    add({ attributes, text }) {
      const shown = text === '' ? valueOf(attributes) : text;
      if (shown === '' && attributeOf(attributes, 'formula') !== undefined) found.formulasWithoutValue += 1;
      const covered = spans[cells.length];
      const rows = count(attributes, 'number-rows-spanned');
      if (rows > 1) spans[cells.length] = { text: shown, left: rows };
      const written = shown === '' && covered && covered.left > 0 ? covered.text : shown;
      const times = Math.min(count(attributes, 'number-columns-repeated'), widest - cells.length);
      for (let time = 0; time < times; time += 1) cells.push(written);
    },
    take() {
      const taken = cells;
      while (taken.at(-1) === '') taken.pop();
      for (const span of Object.values(spans)) span.left -= 1;
      cells = [];
      return taken;
    },
  };
}

function inlineOf(name: string, attributes: XmlAttributes): string {
  if (name === 's') return ' '.repeat(Math.min(count(attributes, 'c'), widest));
  return name === 'tab' ? ' ' : name === 'line-break' ? '\n' : '';
}

/** What a cell holds where the program wrote no text for it. */
function valueOf(attributes: XmlAttributes): string {
  const value = attributeOf(attributes, 'value') ?? '';
  if (attributeOf(attributes, 'value-type') === 'percentage' && value !== '') return `${Number(value) * 100}%`;
  const written = ['string-value', 'date-value', 'boolean-value'].map((name) => attributeOf(attributes, name));
  return value || (written.find((text) => text !== undefined) ?? '').replace(/T00:00:00$/, '');
}

function count(attributes: XmlAttributes, name: string): number {
  return Math.max(1, Number(attributeOf(attributes, name) ?? 1) || 1);
}
