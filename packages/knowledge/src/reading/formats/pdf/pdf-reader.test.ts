import { expect, test } from 'vitest';
import type { ReadContext, ReadParts } from '../../format-reader.ts';
import { defaultReadLimits } from '../../read-limits.ts';
import { drawScan } from '../../testing/draw-scan.ts';
import { makePdf, type PdfPage, type PdfText } from '../../testing/make-pdf.ts';
import { readContext } from '../../testing/read-context.ts';
import { pdfReader } from './pdf-reader.ts';

const about = { name: 'a.pdf', mediaType: 'application/pdf' };

async function read(bytes: Uint8Array, parts: Partial<ReadContext> = {}): Promise<ReadParts> {
  return await pdfReader(bytes, about, readContext(parts));
}

/** Each block as a line: page, kind, text. */
function outline({ text, blocks }: ReadParts): string[] {
  return blocks.map(({ page, kind, level, start, end }) => `${page} ${kind}${level ?? ''}: ${text.slice(start, end)}`);
}

/** Lines below one another, 14 points apart. */
function lines(x: number, top: number, texts: readonly string[], parts: Partial<PdfText> = {}): PdfText[] {
  return texts.map((text, index) => ({ text, x, y: top - index * 14, ...parts }));
}

test('headings by size, paragraphs by spacing, words cut at the end of a line put together', async () => {
  const page: PdfPage = {
    texts: [
      { text: 'House rules', x: 60, y: 760, size: 20 },
      ...lines(60, 720, [
        'Books may be bor-',
        'rowed by everyone who lives in the',
        'town. Peut-',
        'être is one word.',
      ]),
      ...lines(60, 640, ['A second paragraph stands apart.']),
      { text: 'Fees', x: 60, y: 600, size: 14 },
      ...lines(60, 570, ['Reading is free.']),
      ...lines(60, 540, ['\x95 bring your card', '\x95 and a friend']),
    ],
  };
  const parts = await read(makePdf([page], { title: 'Rules of 2024' }));
  expect(outline(parts)).toEqual([
    '1 heading1: House rules',
    '1 paragraph: Books may be borrowed by everyone who lives in the town. Peut-être is one word.',
    '1 paragraph: A second paragraph stands apart.',
    '1 heading2: Fees',
    '1 paragraph: Reading is free.',
    '1 list-item: bring your card',
    '1 list-item: and a friend',
  ]);
  expect(parts).toMatchObject({ title: 'Rules of 2024', pages: 1, warnings: [] });
});

test('columns of prose are read one after the other, and what spans both between', async () => {
  const left = [
    'The left column begins here and',
    'goes on for several lines, each of',
    'which is as long as the others are',
    'so that it is seen as prose, and it',
    'ends in the middle of a sentence',
  ];
  const right = [
    'that the right column goes on',
    'with, until it comes to its end.',
    'Then another sentence follows it',
    'and fills what is left of the page',
    'which is the end of both columns.',
  ];
  const texts = [
    { text: 'A title that spans both of the columns of this page', x: 60, y: 760, size: 18 },
    ...lines(60, 700, left),
    ...lines(320, 700, right),
  ];
  expect(outline(await read(makePdf([{ texts }])))).toEqual([
    '1 heading1: A title that spans both of the columns of this page',
    `1 paragraph: ${[...left, ...right].join(' ')}`,
  ]);
});

test('a table keeps its rows; its second page keeps its header', async () => {
  const row = (y: number, cells: readonly string[], font: PdfText['font'] = 'Helvetica'): PdfText[] =>
    cells.map((text, index) => ({ text, x: 60 + index * 150, y, font }));
  const rows = Array.from({ length: 12 }, (_, index) => [
    `Room ${index + 1}`,
    `${10 + index} seats`,
    `${index * 5} pounds`,
  ]);
  const first = [
    ...row(760, ['Room', 'Size', 'Price'], 'Helvetica-Bold'),
    ...rows.slice(0, 8).flatMap((cells, at) => row(740 - at * 20, cells)),
  ];
  const second = rows.slice(8).flatMap((cells, at) => row(760 - at * 20, cells));
  const { text, blocks } = await read(makePdf([{ texts: first }, { texts: second }]));
  expect(blocks.map(({ kind, page, table }) => [kind, page, table?.header])).toEqual([
    ['table', 1, ['Room', 'Size', 'Price']],
    ['table', 2, ['Room', 'Size', 'Price']],
  ]);
  const all = blocks.flatMap(({ table }) => table?.rows ?? []);
  expect(all.map(([start, end, number]) => [text.slice(start, end), number])).toEqual(
    rows.map((cells, index) => [cells.join(' | '), index + 1]),
  );
});

test('a running line stays once, page numbers go', async () => {
  const pages = [1, 2, 3, 4].map((number): PdfPage => {
    const own = lines(60, 700, [`The text of page ${number} begins here`, 'and goes on to the end.']);
    return { texts: [{ text: 'Town library', x: 60, y: 810 }, ...own, { text: `- ${number} -`, x: 290, y: 30 }] };
  });
  expect(outline(await read(makePdf(pages)))).toEqual([
    '1 paragraph: Town library',
    ...[1, 2, 3, 4].map(
      (number) => `${number} paragraph: The text of page ${number} begins here and goes on to the end.`,
    ),
  ]);
});

test('what can not be opened says why', async () => {
  const bytes = makePdf([{ texts: lines(60, 700, ['Some text that is here']) }]);
  await expect(read(makePdf([{}], { isLocked: true }))).rejects.toMatchObject({ code: 'document-has-password' });
  await expect(read(Buffer.from('%PDF-1.7\n'))).rejects.toMatchObject({ code: 'document-damaged' });
  await expect(read(bytes.subarray(0, 200))).rejects.toMatchObject({ code: 'document-damaged' });
  const limits = { ...defaultReadLimits, pages: 2 };
  await expect(read(makePdf([{}, {}, {}]), { limits })).rejects.toMatchObject({ code: 'document-too-large' });
  expect((await read(makePdf([{}, {}]))).text).toBe('');
});

test('a page without letters is read from its picture; one that fails is told, and hinders no other', async () => {
  const picture = await drawScan(['A notice', 'to all readers', 'of this town', 'and its villages', 'by the mayor']);
  const scan: PdfPage = { picture, size: picture.size };
  const bytes = makePdf([{ texts: lines(60, 700, ['Typed words stand on this page.']) }, scan, scan]);
  const scanned = ['A notice', 'to all readers', 'of this town'].map((text, index) => ({
    words: text.split(' ').map((word, at) => ({ text: word, left: at * 150, right: at * 150 + 140 })),
    baseline: 80 + (index === 0 ? 0 : 100 + 60 * index),
    size: 50,
  }));
  const seen: number[] = [];
  const readPicture: ReadContext['readPicture'] = (graymap) => {
    seen.push(graymap.length);
    if (seen.length > 1) return Promise.reject(new Error('not today'));
    return Promise.resolve({
      confidence: 0.8,
      isUpright: true,
      width: picture.width,
      height: picture.height,
      lines: scanned,
    });
  };
  const pages: string[] = [];
  const parts = await read(bytes, { readPicture, onPages: (done, total) => pages.push(`${done}/${total}`) });
  expect(outline(parts).slice(1)).toEqual(['2 paragraph: A notice', '2 paragraph: to all readers of this town']);
  expect(parts.blocks.map(({ scanned }) => scanned)).toEqual([undefined, 0.8, 0.8]);
  expect(parts.warnings).toEqual([
    { code: 'pages-scanned', params: { count: 1, pages: '2', percent: 80 } },
    { code: 'pages-not-readable', params: { count: 1, pages: '3' } },
  ]);
  expect(pages).toEqual(['1/3', '2/3', '3/3']);
});
