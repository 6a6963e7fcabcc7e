import { expect, test } from 'vitest';
import { makeZip } from '../testing/make-zip.ts';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { pptxReader } from './pptx-reader.ts';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(targets: Readonly<Record<string, string>>): string {
  const each = Object.entries(targets).map(
    ([id, target]) => `<Relationship Id="${id}" Type="${types}/${id.replace(/\d+$/, '')}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

const p = (text: string, properties = ''): string =>
  `<a:p><a:pPr>${properties}</a:pPr><a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (role: string, ...paragraphs: string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${role && `<p:ph type="${role}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`;
const slide = (content: string, attributes = ''): string =>
  `<p:sld ${attributes}><p:cSld><p:spTree>${content}</p:spTree></p:cSld></p:sld>`;

async function pptx(slides: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const ids = slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="slide${slides.length - index}"/>`);
  const targets = slides.map((_, index): [string, string] => [`slide${slides.length - index}`, `slides/s${index}.xml`]);
  return await makeZip({
    '_rels/.rels': relations({ officeDocument: 'ppt/presentation.xml' }),
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${ids.join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(Object.fromEntries(targets)),
    ...Object.fromEntries(slides.map((content, index) => [`ppt/slides/s${index}.xml`, content])),
    ...more,
  });
}

test('slides are pages in the order shown: title, texts with and without bullets, notes; hidden ones are counted', async () => {
  const first = slide(
    shape('sldNum', p('1')) +
      `<p:grpSp>${shape('', p('Drawn &amp; free'))}</p:grpSp>` +
      shape('body', p('un'), p('sans', '<a:buNone/>')) +
      shape('ctrTitle', p('La bibliothèque'), p('en été')),
  );
  const notes = `<p:notes><p:cSld><p:spTree>${shape('body', p('Ne pas oublier.'))}${shape('sldNum', p('1'))}</p:spTree></p:cSld></p:notes>`;
  const bytes = await pptx([first, slide(shape('title', p('no')), 'show="0"'), slide(shape('title', p('Fin')))], {
    'ppt/slides/_rels/s0.xml.rels': relations({ notesSlide: '../notesSlides/n1.xml' }),
    'ppt/notesSlides/n1.xml': notes,
  });
  const read = await readBytes(pptxReader, bytes);
  expect(read.lines).toEqual([
    'heading 1 p1: La bibliothèque en été',
    'paragraph p1: Drawn & free',
    'list-item p1: un',
    'paragraph p1: sans',
    'paragraph p1: Ne pas oublier.',
    'heading 1 p3: Fin',
  ]);
  expect(read).toMatchObject({
    title: 'La bibliothèque en été',
    pages: 3,
    warnings: [{ code: 'slides-hidden', params: { count: 1 } }],
  });
});

test('tables, diagrams and the figures of charts are read', async () => {
  const cell = (text: string, attributes = ''): string => `<a:tc ${attributes}><a:txBody>${p(text)}</a:txBody></a:tc>`;
  const table = `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/><a:tr>${cell('Qui')}${cell('Prix', 'gridSpan="2"')}${cell('', 'hMerge="1"')}</a:tr><a:tr>${cell('adultes', 'rowSpan="2"')}${cell('an')}${cell('12 €')}</a:tr><a:tr>${cell('', 'vMerge="1"')}${cell('mois')}${cell('2 €')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
  const points = (...values: string[]): string =>
    values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('');
  const chart = `<c:chartSpace><c:chart><c:title><c:tx><c:rich>${p('Prêts')}</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef>${points('2024')}</c:strRef></c:tx><c:cat>${points('mai', 'juin')}</c:cat><c:val><c:numRef><c:numCache><c:formatCode>0.0%</c:formatCode>${points('0.1', '0.25')}</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const bytes = await pptx([slide(table)], {
    'ppt/slides/_rels/s0.xml.rels': relations({ chart: '../charts/c.xml', diagramData: '../diagrams/d.xml' }),
    'ppt/charts/c.xml': chart,
    'ppt/diagrams/d.xml': `<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t>${p('prêter')}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
  });
  const read = await readBytes(pptxReader, bytes);
  expect(tablesOf(read)).toEqual([
    { header: ['Qui', 'Prix', 'Prix'], rows: ['2: adultes | an | 12 €', '3: adultes | mois | 2 €'] },
    { name: 'Prêts', header: ['', '2024'], rows: ['2: mai | 10.0%', '3: juin | 25.0%'] },
  ]);
  expect(read.lines.at(-1)).toBe('list-item p1: prêter');
});

test('a presentation whose slide is missing is damaged', async () => {
  const bytes = await makeZip({
    '_rels/.rels': relations({ officeDocument: 'ppt/presentation.xml' }),
    'ppt/presentation.xml': '<p:presentation><p:sldIdLst><p:sldId id="1" r:id="slide1"/></p:sldIdLst></p:presentation>',
    'ppt/_rels/presentation.xml.rels': relations({ slide1: 'slides/none.xml' }),
  });
  await expect(readBytes(pptxReader, bytes)).rejects.toMatchObject({ code: 'document-damaged' });
});
