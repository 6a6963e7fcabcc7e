import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const subjects =
  'The library|A member|Every reader|The reading room|A lost book|The borrowed film|A family card|The night desk';
const verbs =
  'must be returned|may be renewed twice|is kept for a week|costs two euros a day|can be reserved by telephone|closes at noon|is shown on the shelf';
const places =
  'in the main hall|beside the old staircase|during the summer|for children under twelve|on the second floor|before the holidays|with a written note';
const pools = [subjects, verbs, places].map((words) => words.split('|'));

/** Numbers that look drawn, and are the same in every run. */
function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

function paragraph(draw: (below: number) => number, sentences: number): string {
  const sentence = (): string => `${pools.map((pool) => pool[draw(pool.length)]).join(' ')}, rule ${draw(900)}.`;
  return Array.from({ length: sentences }, sentence).join(' ');
}

/** Writes PDF files of so many pages each, some 2,300 characters a page under a heading; returns their paths. */
export async function makeDocuments(folder: string, files: number, pagesEach: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let file = 0; file < files; file += 1) {
    const draw = createDraw(file + 1);
    const pages = Array.from({ length: pagesEach }, (_, page) => ({
      heading: `Chapter ${page + 1} of part ${file + 1}`,
      paragraphs: Array.from({ length: 4 }, () => paragraph(draw, 7)),
    }));
    const path = join(folder, `part-${file + 1}.pdf`);
    await writeFile(path, pdfOf(pages), 'latin1');
    paths.push(path);
  }
  return paths;
}

interface Page {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A PDF 1.4 file with one font, a line a text object. */
function pdfOf(pages: readonly Page[]): string {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font,
  ];
  for (const [index, page] of pages.entries()) {
    const stream = contentOf(page);
    const box = '/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>';
    objects.push(`<< /Type /Page /Parent 2 0 R ${box} /Contents ${5 + index * 2} 0 R >>`);
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
}

function contentOf({ heading, paragraphs }: Page): string {
  const lines = [`BT /F 18 Tf 60 780 Td (${heading}) Tj ET`];
  let y = 750;
  for (const text of paragraphs) {
    for (const line of text.match(/.{1,88}(?:\s|$)/g) ?? []) {
      lines.push(`BT /F 11 Tf 60 ${y} Td (${line.trim()}) Tj ET`);
      y -= 14;
    }
    y -= 14;
  }
  return lines.join('\n');
}
