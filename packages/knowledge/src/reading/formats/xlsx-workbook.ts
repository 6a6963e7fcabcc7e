import { Problem } from '@jacquard/flow';
import type { ReadLimits } from '../read-limits.ts';
import { mainPart, partAt, relatedPart, relationshipsOf, type OfficePackage } from './office-package.ts';
import { attributeOf, childAt, childrenOf, parseXml, walkXml } from './office-xml.ts';

/** A sheet of a workbook, in the order of its tabs. */
interface XlsxSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly bytes: Uint8Array;
}

/** What a workbook's parts say for all of its sheets. */
export interface XlsxWorkbook {
  readonly sheets: readonly XlsxSheet[];
  /** Texts that cells name by their index. */
  readonly strings: readonly string[];
  /** Format codes of numbers, by the index that cells name. */
  readonly formats: readonly string[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

/** Reads all but the sheets themselves. Sheets of charts have no cells and are left out. */
export function readXlsxWorkbook(parts: OfficePackage, limits: ReadLimits): XlsxWorkbook {
  const main = mainPart(parts);
  const relationships = relationshipsOf(parts, main);
  const root = parseXml(partAt(parts, main));
  const sheets = childrenOf(childAt(root, 'sheets'), 'sheet').flatMap(({ attributes }): XlsxSheet[] => {
    const relationship = relationships.find(({ id }) => id === attributeOf(attributes, 'id'));
    if (relationship?.type !== 'worksheet') return [];
    return [
      {
        name: attributeOf(attributes, 'name') ?? '',
        isHidden: /hidden/i.test(attributeOf(attributes, 'state') ?? ''),
        bytes: partAt(parts, relationship.target),
      },
    ];
  });
  const is1904 = attributeOf(childAt(root, 'workbookPr')?.attributes ?? {}, 'date1904');
  return {
    sheets,
    strings: readStrings(relatedPart(parts, relationships, 'sharedStrings'), limits),
    formats: readFormats(relatedPart(parts, relationships, 'styles')),
    is1904: is1904 === '1' || is1904 === 'true',
  };
}

/** Texts without their marks of pronunciation. */
function readStrings(bytes: Uint8Array | undefined, limits: ReadLimits): readonly string[] {
  if (!bytes) return [];
  const strings: string[] = [];
  let length = 0;
  let inText = false;
  let inPronunciation = false;
  const walk = walkXml(bytes, {
    open(name) {
      if (name === 'si') strings.push('');
      else if (name === 'rPh') inPronunciation = true;
      else inText = name === 't' && !inPronunciation;
    },
    text(text) {
      if (!inText) return;
      strings[strings.length - 1] += text;
      length += text.length;
      if (length > limits.characters) {
        throw new Problem('document-too-large', { what: 'document-text', limit: limits.characters });
      }
    },
    close(name) {
      if (name === 'rPh') inPronunciation = false;
      inText = false;
    },
  });
  for (const _ of walk) continue;
  return strings;
}

/** Formats that have a number and no code (ECMA-376, part 1, 18.8.30); 14 is the short date of the language. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
/** Stands for the language's short date, and with the time. */
export const shortDateCode = '\u0000date';
export const shortDateTimeCode = '\u0000datetime';

function readFormats(bytes: Uint8Array | undefined): readonly string[] {
  if (!bytes) return [];
  const root = parseXml(bytes);
  const codes = new Map<string, string>([
    ...Object.entries(builtIn),
    ['14', shortDateCode],
    ['22', shortDateTimeCode],
    ...childrenOf(childAt(root, 'numFmts'), 'numFmt').map(({ attributes }): [string, string] => [
      attributeOf(attributes, 'numFmtId') ?? '',
      attributeOf(attributes, 'formatCode') ?? '',
    ]),
  ]);
  return childrenOf(childAt(root, 'cellXfs'), 'xf').map(
    ({ attributes }) => codes.get(attributeOf(attributes, 'numFmtId') ?? '') ?? 'General',
  );
}
