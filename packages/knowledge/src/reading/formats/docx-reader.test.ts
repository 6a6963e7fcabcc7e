import { expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { docxReader } from './docx-reader.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(targets: Readonly<Record<string, string>>): string {
  const each = Object.entries(targets).map(
    ([type, target]) => `<Relationship Id="${type}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

const styles = `<w:styles xmlns:w="${main}">
  <w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>
  <w:style w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
  <w:style w:styleId="Sous"><w:name w:val="Own"/><w:basedOn w:val="Titre2"/></w:style>
  <w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
  <w:style w:styleId="Legende"><w:name w:val="caption"/></w:style></w:styles>`;
const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering xmlns:w="${main}">
  <w:abstractNum w:abstractNumId="7">${level(0, 'bullet', '•')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 'upperRoman', 'Article %1')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;

async function docx(body: string, notes = ''): Promise<Buffer> {
  return await makeZip({
    '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relations({
      styles: 'styles.xml',
      numbering: '/word/numbering.xml',
      footnotes: 'footnotes.xml',
    }),
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${main}">${notes}</w:footnotes>`,
  });
}

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, style = '', more = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${content}</w:p>`;
const item = (list: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

test('headings have levels by style and outline, and the numbers that Word sets; lists lose their bullets', async () => {
  const body = [
    p(run('Règlement'), 'Titre'),
    p(run('Horaires ... 2'), 'TM1'),
    p(run('Horaires'), 'Titre1'),
    p(run('Ouvert le ') + run('samedi') + run(' (fermé)', '<w:vanish/>') + '<w:r><w:br/></w:r>' + run('à 10 h.')),
    p(run('Été &amp; hiver'), 'Sous'),
    p(run('Prêts'), 'Titre1'),
    p(run('livres'), '', item(1)),
    p(run('trois semaines'), '', item(2, 1)),
    p(run('Annexe'), '', '<w:outlineLvl w:val="2"/>'),
  ];
  const read = await readBytes(docxReader, await docx(body.join('')));
  expect(read.lines).toEqual([
    'heading 1: Règlement',
    'heading 1: Article I Horaires',
    'paragraph: Ouvert le samedi\nà 10 h.',
    'heading 2: Été & hiver',
    'heading 1: Article II Prêts',
    'list-item: livres',
    'list-item: II.1 trois semaines',
    'heading 3: Annexe',
  ]);
  expect(read).toMatchObject({ title: 'Règlement', warnings: [] });
});

test('footnotes follow the block that calls them; text boxes are read; deletions and field codes are not', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${p(run('In a box'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>${p(run('In a box'))}</mc:Fallback></mc:AlternateContent></w:r>`;
  const called = p(
    `${run('Closed on Mondays')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}<w:del>${run('never')}</w:del><w:ins>${run(' Really.')}</w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>${box}`,
  );
  const note = `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${run('Except in August.')}`)}</w:footnote>`;
  const read = await readBytes(docxReader, await docx(`<w:sdt><w:sdtContent>${called}</w:sdtContent></w:sdt>`, note));
  expect(read.lines).toEqual([
    'paragraph: Closed on Mondays (1). Really.',
    'paragraph: (1) Except in August.',
    'paragraph: In a box',
  ]);
});

test('a table keeps header, merged cells and row numbers; a frame of one column is text', async () => {
  const cell = (text: string, properties = '', bold = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text, bold))}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = [
    row(cell('Who', '', '<w:b/>'), cell('Fee', '<w:gridSpan w:val="2"/>', '<w:b/>')),
    row(cell('adults', '<w:vMerge w:val="restart"/>'), cell('year'), cell('12 €')),
    row(cell('', '<w:vMerge/>'), cell('month'), cell('2 €')),
  ];
  const frame = `<w:tbl>${row(cell('Framed'))}</w:tbl>`;
  const body = `${p(run('Fees'), 'Legende')}<w:tbl>${table.join('')}</w:tbl>${frame}`;
  const read = await readBytes(docxReader, await docx(body));
  expect(tablesOf(read)).toEqual([
    { name: 'Fees', header: ['Who', 'Fee', 'Fee'], rows: ['2: adults | year | 12 €', '3: adults | month | 2 €'] },
  ]);
  expect(read.lines.at(-1)).toBe('paragraph: Framed');
});

test('entities of its own, endless nesting and a cut end are refused', async () => {
  const withMain = async (xml: string): Promise<Buffer> =>
    await makeZip({ '_rels/.rels': relations({ officeDocument: 'word/document.xml' }), 'word/document.xml': xml });
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
  const wrong = [
    await withMain(`${entity}<document><body><p><r><t>&b;</t></r></p></body></document>`),
    await docx('<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000)),
    await withMain(`<document><body>${p(run('whole'))}<w:p><w:r><w:t>cu`),
    await makeZip({ '_rels/.rels': relations({ officeDocument: 'word/other.xml' }) }),
  ];
  for (const bytes of wrong) {
    await expect(readBytes(docxReader, bytes)).rejects.toMatchObject({ code: 'document-damaged' });
  }
});

test('a document of very many paragraphs ends at the limit', async () => {
  const limits = { blocks: 100 };
  const bytes = await docx(p(run('again')).repeat(101));
  await expect(readBytes(docxReader, bytes, { limits })).rejects.toMatchObject({
    code: 'document-too-large',
    params: { what: 'document-blocks' },
  });
});
