import { expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { odtReader } from './odt-reader.ts';

async function odt(body: string): Promise<Buffer> {
  return await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Caption"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': '<office:document-meta><office:meta><dc:title>Untitled</dc:title></office:meta></office:document-meta>',
  });
}

test('headings, paragraphs, lists, notes and frames are read; deletions, comments and contents are not', async () => {
  const body = [
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>',
    '<text:table-of-content><text:index-body><text:p>Horaires 2</text:p></text:index-body></text:table-of-content>',
    '<text:p text:style-name="P1">Le  guide\n d’été</text:p>',
    '<text:section><text:h text:outline-level="2">Horaires</text:h></text:section>',
    '<text:p>Fermé<text:s text:c="3"/>le <text:span>lundi</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Sauf en août.</text:p></text:note-body></text:note>.<office:annotation><text:p>really?</text:p></office:annotation><text:line-break/>À midi.<draw:frame><draw:text-box><text:p>En cadre</text:p></draw:text-box></draw:frame></text:p>',
    '<text:list><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list></text:list-item><text:list-item><text:h text:outline-level="3"><text:number>3.1</text:number>Prêts</text:h></text:list-item></text:list>',
  ];
  const read = await readBytes(odtReader, await odt(body.join('')));
  expect(read.lines).toEqual([
    'heading 1: Le guide d’été',
    'heading 2: Horaires',
    'paragraph: Fermé le lundi (1).\nÀ midi.',
    'paragraph: (1) Sauf en août.',
    'paragraph: En cadre',
    'list-item: un',
    'list-item: deux',
    'heading 3: 3.1 Prêts',
  ]);
  expect(read.title).toBe('Le guide d’été');
});

test('a table keeps caption, header and merged cells; one of one column is text', async () => {
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const covered = '<table:covered-table-cell/>';
  const table = [
    `<table:table-header-rows><table:table-row>${cell('Qui')}${cell('Prix', 'table:number-columns-spanned="2"')}${covered}</table:table-row></table:table-header-rows>`,
    `<table:table-row>${cell('adultes', 'table:number-rows-spanned="2"')}${cell('an')}${cell('12 €')}</table:table-row>`,
    `<table:table-row>${covered}${cell('mois')}${cell('2 €')}</table:table-row>`,
  ];
  const body = `<text:p text:style-name="P2">Tarifs</text:p><table:table>${table.join('')}</table:table><table:table><table:table-row>${cell('seul')}</table:table-row></table:table>`;
  const read = await readBytes(odtReader, await odt(body));
  expect(tablesOf(read)).toEqual([
    { name: 'Tarifs', header: ['Qui', 'Prix', 'Prix'], rows: ['2: adultes | an | 12 €', '3: adultes | mois | 2 €'] },
  ]);
  expect(read.lines.at(-1)).toBe('paragraph: seul');
  expect(read.title).toBeUndefined();
});
