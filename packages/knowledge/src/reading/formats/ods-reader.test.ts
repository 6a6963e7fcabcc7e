import { expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { odsReader } from './ods-reader.ts';

async function ods(sheets: string): Promise<Buffer> {
  return await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
    'meta.xml': '<office:document-meta><office:meta><dc:title>Chiffres</dc:title></office:meta></office:document-meta>',
  });
}

const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const sheet = (name: string, rows: string, style = 'ta1'): string =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;

test('cells are read as they were shown; repeated and merged ones stand where they do; hidden sheets are named', async () => {
  const first = [
    '<table:shapes><draw:frame><text:p>drawn</text:p></draw:frame></table:shapes>',
    row(cell('Lieu') + cell('Mois') + cell('Prêts')),
    row(cell('Halle', 'table:number-rows-spanned="2"') + cell('mai') + cell('1 234,50 €', 'office:value="1234.5"')),
    row('<table:covered-table-cell/>' + cell('juin<text:line-break/>2024') + cell('12,5<text:s text:c="2"/>%')),
    row('<table:table-cell table:number-columns-repeated="1024"/>', 'table:number-rows-repeated="10"'),
    row(
      cell('Gare', 'table:number-columns-repeated="2"') +
        '<table:table-cell office:value-type="float" office:value="7"/>',
    ),
    row(
      cell('Port') +
        cell('<office:annotation><text:p>no</text:p></office:annotation>mai') +
        '<table:table-cell table:formula="of:=1+1"/>',
    ),
    row('<table:table-cell table:number-columns-repeated="1024"/>', 'table:number-rows-repeated="1048000"'),
  ];
  const read = await readBytes(
    odsReader,
    await ods(
      sheet('Prêts', first.join('')) + sheet('Caché', row(cell('no')), 'ta2') + sheet('Note', row(cell('Fin'))),
    ),
  );
  expect(tablesOf(read)).toEqual([
    {
      name: 'Prêts',
      header: ['Lieu', 'Mois', 'Prêts'],
      rows: ['2: Halle | mai | 1 234,50 €', '3: Halle | juin 2024 | 12,5 %', '14: Gare | Gare | 7', '15: Port | mai'],
    },
  ]);
  expect(read.lines.at(-1)).toBe('paragraph p2: Fin');
  expect(read).toMatchObject({
    title: 'Chiffres',
    pages: 2,
    warnings: [
      { code: 'sheets-hidden', params: { count: 1, names: 'Caché' } },
      { code: 'formulas-without-values', params: { count: 1 } },
    ],
  });
});

test('a row repeated a million times ends at the limit', async () => {
  const bytes = await ods(
    sheet('A', row(cell('x', 'table:number-columns-repeated="100"'), 'table:number-rows-repeated="1000000"')),
  );
  await expect(readBytes(odsReader, bytes, { limits: { cells: 100_000 } })).rejects.toMatchObject({
    code: 'document-too-large',
    params: { what: 'document-cells' },
  });
});

test('an encrypted document asks for its password', async () => {
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const bytes = await makeZip({ 'META-INF/manifest.xml': manifest, 'content.xml': 'nonsense' });
  await expect(readBytes(odsReader, bytes)).rejects.toMatchObject({ code: 'document-has-password' });
});
