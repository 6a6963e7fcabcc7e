import type { XlsxWorkbook } from './xlsx-workbook.ts';
import { shortDateCode, shortDateTimeCode } from './xlsx-workbook.ts';
import { writeFormatted } from './xlsx-number-format.ts';
import type { NumberSigns } from './xlsx-signs.ts';

/** A cell as the file has it. */
export interface XlsxCell {
  /** Of its value (ECMA-376, part 1, 18.18.11): number where it isn't said. */
  readonly type: string;
  /** Index of its format. */
  readonly style: number;
  readonly value: string;
}

/** What a cell shows. */
export type CellWriter = (cell: XlsxCell) => string;

/** See {@link CellWriter}: the formats of a workbook in the signs of a language. */
export function createCellWriter({ strings, formats, is1904 }: XlsxWorkbook, signs: NumberSigns): CellWriter {
  const codes = formats.map((format) =>
    format === shortDateCode ? signs.shortDate : format === shortDateTimeCode ? `${signs.shortDate} h:mm` : format,
  );
  return ({ type, style, value }) => {
    if (value === '') return '';
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '0' || value === 'false' ? signs.no : signs.yes;
    if (type === 'd') return value.replace(/T00:00(?::00)?(?:\.0+)?Z?$/, '').replace('T', ' ');
    if (type !== 'n') return value;
    const number = Number(value);
    return Number.isNaN(number) ? value : writeFormatted(number, codes[style] ?? 'General', signs, is1904);
  };
}
