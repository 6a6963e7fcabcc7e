import { attributeOf, childrenOf, parseXml, type XmlElement } from './office-xml.ts';
import { valueOf, type NumberingPlace } from './docx-styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` is written with the numbers of these levels, from 1. */
  readonly text: string;
}

/** Counts the lists of a document: what stands before a paragraph ("3.2", "Article 4", "•"), in reading order. */
export type DocxNumbering = (place: NumberingPlace) => string;

/** Lists that a document numbers by itself (ECMA-376, part 1, 17.9). A label is '' where the document says nothing of it. */
export function createDocxNumbering(bytes: Uint8Array | undefined): DocxNumbering {
  const { lists, levels } = readLists(bytes);
  const counts = new Map<string, number[]>();
  return ({ list, depth }) => {
    const abstract = lists.get(list);
    const own = abstract === undefined ? undefined : levels.get(abstract);
    const level = own?.[depth];
    if (abstract === undefined || !own || !level) return '';
    const count = (counts.get(abstract) ?? []).slice(0, depth + 1);
    for (let above = 0; above < depth; above += 1) count[above] ??= own[above]?.start ?? 1;
    count[depth] = (count[depth] ?? level.start - 1) + 1;
    counts.set(abstract, count);
    return level.text.replaceAll(/%(\d)/g, (_, at: string) =>
      writeNumber(count[Number(at) - 1] ?? 1, own[Number(at) - 1]?.format ?? 'decimal'),
    );
  };
}

function readLists(bytes: Uint8Array | undefined): {
  lists: ReadonlyMap<string, string>;
  levels: ReadonlyMap<string, readonly Level[]>;
} {
  const root = bytes && parseXml(bytes);
  const levels = childrenOf(root, 'abstractNum').map((element): [string, Level[]] => [
    attributeOf(element.attributes, 'abstractNumId') ?? '',
    childrenOf(element, 'lvl').map(readLevel),
  ]);
  const lists = childrenOf(root, 'num').map((element): [string, string] => [
    attributeOf(element.attributes, 'numId') ?? '',
    valueOf(element, 'abstractNumId') ?? '',
  ]);
  return { lists: new Map(lists), levels: new Map(levels) };
}

function readLevel(element: XmlElement): Level {
  const start = Number(valueOf(element, 'start') ?? 1);
  return {
    start: Number.isSafeInteger(start) ? start : 1,
    format: valueOf(element, 'numFmt') ?? 'decimal',
    text: valueOf(element, 'lvlText') ?? '',
  };
}

function writeNumber(number: number, format: string): string {
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  if (format === 'lowerRoman') return roman(number).toLowerCase();
  if (format === 'upperRoman') return roman(number);
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return format === 'none' || format === 'bullet' ? '' : String(number);
}

/** a … z, aa, bb, as Word goes on. */
function letters(number: number): string {
  const at = (number - 1) % 26;
  return number < 1 || number > 780 ? String(number) : String.fromCodePoint(97 + at).repeat(Math.ceil(number / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let written = '';
  for (const [value, sign] of romans) {
    written += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return written;
}
