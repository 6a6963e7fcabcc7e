import { expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { xlsxReader } from './xlsx-reader.ts';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  /** By name; a name that begins with "!" is hidden. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly properties?: string;
}

async function xlsx({ sheets, strings = '', properties = '' }: Parts): Promise<Buffer> {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const listed = names.map(
    (name, index) =>
      `<x:sheet name="${name.replace('!', '')}" sheetId="${index + 9}" r:id="r${index}"${name.startsWith('!') ? ' state="hidden"' : ''}/>`,
  );
  const related = names.map((_, index) => relation(`r${index}`, 'worksheet', `/xl/worksheets/sheet${index}.xml`));
  return await makeZip({
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', 'styles.xml')}</Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m"><x:sheets>${listed.join('')}</x:sheets></x:workbook>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    'docProps/app.xml': properties,
    ...Object.fromEntries(
      names.map((name, index) => [`xl/worksheets/sheet${index}.xml`, `<worksheet>${sheets[name] ?? ''}</worksheet>`]),
    ),
  });
}

const text = (reference: string, content: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`;
const number = (reference: string, value: number | string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;

test('cells are read as they are shown, in the language of the sheets, with the numbers of their rows', async () => {
  const rows = [
    `<row r="3">${text('B3', 'Le livre')}${text('C3', 'Prix de la carte')}${text('D3', 'Depuis le')}${text('E3', 'Part des prêts')}<c r="F3" t="s"><v>0</v></c></row>`,
    `<row r="4">${text('B4', 'un')}${number('C4', '1234.5', 3)}${number('D4', 45_304, 1)}${number('E4', 0.125, 2)}<c r="F4" t="b"><v>1</v></c></row>`,
    `<row r="7"><c r="B7" t="str"><f>UPPER("x")</f><v>X &amp; Y</v></c><c r="C7"><f>1+1</f></c><c r="E7" t="e"><v>#N/A</v></c></row>`,
  ];
  const strings = '<si><r><t>Est-</t></r><r><t>ce sûr ?</t></r><rPh><t>no</t></rPh></si>';
  const read = await readBytes(
    xlsxReader,
    await xlsx({ sheets: { Prêts: `<sheetData>${rows.join('')}</sheetData>`, '!Secret': '' }, strings }),
  );
  expect(tablesOf(read)).toEqual([
    {
      name: 'Prêts',
      header: ['Le livre', 'Prix de la carte', 'Depuis le', 'Part des prêts', 'Est-ce sûr ?'],
      rows: ['4: un | 1 234,50 € | 13/01/2024 | 12,50% | VRAI', '7: X & Y |  |  | #N/A'],
    },
  ]);
  expect(read).toMatchObject({
    language: 'fr',
    pages: 1,
    warnings: [
      { code: 'sheets-hidden', params: { count: 1, names: 'Secret' } },
      { code: 'formulas-without-values', params: { count: 1 } },
    ],
  });
});

test('merged cells stand in each row, titles in the name; each sheet is a page', async () => {
  const rows = [
    `<row r="1">${text('A1', 'Loans of the year')}</row>`,
    `<row r="3">${text('A3', 'Site')}${text('B3', 'Kind')}${text('C3', 'Count')}</row>`,
    `<row r="4">${text('A4', 'Oxhill')}${text('B4', 'books')}${number('C4', 5)}</row>`,
    `<row r="5"><c r="A5"/>${text('B5', 'films')}${number('C5', 7)}</row>`,
    `<row>${text('A6', 'Centre')}${text('B6', 'books')}${number('C6', 9)}</row>`,
  ];
  const first = `<sheetData>${rows.join('')}</sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A4:A5"/></mergeCells>`;
  const second = `<sheetData><row r="1">${text('A1', 'Only a remark')}</row></sheetData>`;
  const read = await readBytes(xlsxReader, await xlsx({ sheets: { One: first, Two: second } }));
  expect(tablesOf(read)).toEqual([
    {
      name: 'One · Loans of the year',
      header: ['Site', 'Kind', 'Count'],
      rows: ['4: Oxhill | books | 5', '5: Oxhill | films | 7', '6: Centre | books | 9'],
    },
  ]);
  expect(read.lines[0]).toBe('paragraph p1: Loans of the year');
  expect(read.lines.at(-1)).toBe('paragraph p2: Only a remark');
});

test('where the words tell no language, the program does; without either, numbers have no sign for thousands', async () => {
  const sheets = { A: `<sheetData><row r="1">${number('A1', 1234, 3)}</row></sheetData>` };
  const app = '<Properties><TitlesOfParts><lpstr>Feuilles de calcul</lpstr></TitlesOfParts></Properties>';
  expect((await readBytes(xlsxReader, await xlsx({ sheets, properties: app }))).text).toBe('1 234,00 €');
  expect((await readBytes(xlsxReader, await xlsx({ sheets }))).text).toBe('1234.00 €');
});

test('a million cells end at the limit, soon and without being held', async () => {
  const row = (index: number): string =>
    `<row>${Array.from({ length: 10 }, (_, column) => number('ABCDEFGHIJ'.charAt(column), index * column)).join('')}</row>`;
  const rows = Array.from({ length: 100_000 }, (_, index) => row(index)).join('');
  const million = await xlsx({ sheets: { A: `<sheetData>${rows}</sheetData>` } });
  const before = process.memoryUsage().heapUsed;
  const started = process.cpuUsage();
  await expect(readBytes(xlsxReader, million, { limits: { cells: 100_000 } })).rejects.toMatchObject({
    code: 'document-too-large',
    params: { what: 'document-cells', limit: 100_000 },
  });
  // Of the processor: how busy the machine is doesn't count. Microseconds.
  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
}, 60_000);

test('one cell at the far end of many rows is as costly as the cells before it', async () => {
  const far = await xlsx({
    sheets: { A: `<sheetData>${`<row>${number('A1', 1)}${number('XFD1', 1)}</row>`.repeat(1_000)}</sheetData>` },
  });
  await expect(readBytes(xlsxReader, far, { limits: { cells: 100_000 } })).rejects.toMatchObject({
    code: 'document-too-large',
  });
});
