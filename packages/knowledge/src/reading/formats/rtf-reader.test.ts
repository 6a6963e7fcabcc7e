import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { rtfReader } from './rtf-reader.ts';

const head = String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}
{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s5 Title;}{\s9 toc 1;}}
{\info{\title Propri\'e9t\'e9}{\author Someone}}{\header Page 1}`;

test('headings, lists, notes and characters of all kinds are read; what is hidden, deleted or drawn is not', async () => {
  const body = String.raw`\pard\s5 Le guide\par\pard\s9 Horaires 2\par
\pard\s1{\listtext 2.1\tab}D\'e9j\'e0 l\rquote \'e9t\'e9\par
\pard\plain Ferm\'e9 le lundi{\footnote\chftn Sauf en ao\u251?t.}, {\v secret }{\deleted gone }{\b sauf} \u8364? 12\line suite {\f1\'ea} \{x\}\par
{\pict\pngblip 89504e47}{\*\unknown nothing}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt un lien}}\par
\pard\ls1{\listtext\bullet\tab}premier\par
{\pntext 2.\tab}second\par
\pard fin{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt\pard En cadre\par}}{\shprslt twice}}\par}`;
  const read = await readBytes(rtfReader, Buffer.from(head + body, 'latin1'));
  expect(read.lines).toEqual([
    'heading 1: Le guide',
    'heading 1: 2.1 Déjà l’été',
    'paragraph: Fermé le lundi (1), sauf € 12\nsuite ę {x}',
    'paragraph: (1) Sauf en août.',
    'paragraph: un lien',
    'list-item: premier',
    'list-item: second',
    'paragraph: fin',
    'paragraph: En cadre',
  ]);
  expect(read.title).toBe('Le guide');
});

test('tables keep their header and merged cells; the property is the title where no paragraph is', async () => {
  const body = String.raw`\pard Avant\par
\trowd\trhdr\cellx100\clmgf\cellx200\clmrg\cellx300\pard\intbl Qui\cell Prix\cell\cell\row
\trowd\clvmgf\cellx100\cellx200\cellx300\pard\intbl adultes\cell an\cell 12 \'80\cell\row
\trowd\clvmrg\cellx100\cellx200\cellx300\pard\intbl\cell mois\par ou jour\cell 2 \'80\cell\row
\pard Apr\'e8s}`;
  const read = await readBytes(rtfReader, Buffer.from(head + body, 'latin1'));
  expect(tablesOf(read)).toEqual([
    { header: ['Qui', 'Prix', 'Prix'], rows: ['2: adultes | an | 12 €', '3: adultes | mois ou jour | 2 €'] },
  ]);
  expect(read.lines[0]).toBe('paragraph: Avant');
  expect(read.lines.at(-1)).toBe('paragraph: Après');
  expect(read.title).toBe('Propriété');
});

test('endless nesting and a cut end are refused; binary data is passed over', async () => {
  await expect(readBytes(rtfReader, '{\\rtf1'.repeat(5_000))).rejects.toMatchObject({ code: 'document-damaged' });
  await expect(readBytes(rtfReader, '{\\rtf1 half a sen')).rejects.toMatchObject({ code: 'document-damaged' });
  expect((await readBytes(rtfReader, '{\\rtf1 a{\\pict\\bin4 }}}}} b}')).text).toBe('a b');
});
