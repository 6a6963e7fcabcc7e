import { loadLanguageTools } from '@jacquard/node-kit';
import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { openOfficePackage, titleProperty, type OfficePackage } from './office-package.ts';
import { hiddenSheets, writeSheet } from './office-sheet.ts';
import { createCellWriter } from './xlsx-cells.ts';
import { xlsxRows, type XlsxFindings } from './xlsx-rows.ts';
import { signsOf } from './xlsx-signs.ts';
import { readXlsxWorkbook, type XlsxWorkbook } from './xlsx-workbook.ts';

/**
 * Excel workbooks (ECMA-376): each visible sheet is a page, its cells as they are shown, formulas by the results that were
 * saved. Numbers and dates are written as the language of the sheets has them.
 */
export const xlsxReader: FormatReader = async (bytes, _about, context) => {
  const { limits, signal, onPages } = context;
  const parts = await openOfficePackage(bytes, context);
  const workbook = readXlsxWorkbook(parts, limits);
  const language = await languageOf(workbook, parts);
  const write = createCellWriter(workbook, signsOf(language));
  const text = createDocumentText(limits);
  const found: XlsxFindings = { formulasWithoutValue: 0 };
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  for (const [index, { name, bytes: sheet }] of shown.entries()) {
    signal.throwIfAborted();
    text.setPage(index + 1);
    writeSheet(text, xlsxRows(sheet, write, found), name);
    onPages(index + 1, shown.length);
  }
  return {
    ...text.finish(),
    title: titleProperty(parts),
    pages: shown.length,
    language,
    warnings: [
      ...hiddenSheets(workbook.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name)),
      ...(found.formulasWithoutValue > 0
        ? [{ code: 'formulas-without-values', params: { count: found.formulasWithoutValue } }]
        : []),
    ],
  };
};

const sheetsSampled = 8;
const sampleBytes = 32_768;
const sampleCharacters = 10_000;

/** The language of the words in the sheets; where they are too few, that of the program, by its word for "worksheets". */
async function languageOf({ strings, sheets }: XlsxWorkbook, parts: OfficePackage): Promise<string | undefined> {
  const inline = sheets.slice(0, sheetsSampled).flatMap(({ bytes }) => {
    const start = Buffer.from(bytes.subarray(0, sampleBytes)).toString('utf8');
    return [...start.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text ?? '');
  });
  const words = new Set([...strings.slice(0, 1_000), ...inline].filter((text) => /\p{L}{2}/u.test(text)));
  const { detect } = await loadLanguageTools();
  const language = detect([...words].join('\n').slice(0, sampleCharacters));
  if (language !== 'und') return language;
  const properties = Buffer.from(parts.get('docProps/app.xml') ?? []).toString('utf8');
  return Object.entries(worksheets).find(([word]) => properties.includes(`>${word}<`))?.[1];
}

const worksheets: Readonly<Record<string, string>> = {
  'Feuilles de calcul': 'fr',
  Worksheets: 'en',
  Arbeitsblätter: 'de',
  'Hojas de cálculo': 'es',
  'Fogli di lavoro': 'it',
};
