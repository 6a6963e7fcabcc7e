import { deflateSync } from 'node:zlib';

/** A string at its place: points from the page's left and bottom edges. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Points; 11 by default. */
  readonly size?: number;
  readonly font?: 'Helvetica' | 'Helvetica-Bold' | 'Courier';
}

/** A gray picture that covers the page: one byte a pixel. */
export interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** What stands on a page, and its size in points: A4 by default. */
export interface PdfPage {
  readonly texts?: readonly PdfText[];
  readonly picture?: PdfPicture;
  readonly size?: readonly [width: number, height: number];
}

const fonts = ['Helvetica', 'Helvetica-Bold', 'Courier'] as const;

/** Writes a PDF (ISO 32000-2, 7.5) as simple as may be. A locked one asks for a password that nobody knows. */
export function makePdf(pages: readonly PdfPage[], { title = '', isLocked = false } = {}): Buffer {
  const objects: Buffer[] = [];
  const add = (content: string | Buffer): number => objects.push(Buffer.from(content)); // numbers are from 1
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const fontList = fonts.map((font, index) => {
    const number = add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
    return `/F${index} ${number} 0 R`;
  });
  const kids = pages.map((page) => {
    const picture = page.picture && add(stream(pictureHead(page.picture), deflateSync(page.picture.gray)));
    const content = add(stream('', Buffer.from(contentOf(page), 'latin1')));
    const images = picture === undefined ? '' : `/XObject << /Im ${picture} 0 R >>`;
    const [width, height] = page.size ?? [595, 842];
    return `${add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R /Resources << /Font << ${fontList.join(' ')} >> ${images} >> >>`)} 0 R`;
  });
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  const info = add(`<< /Title (${title}) >>`);
  const key = '00'.repeat(32);
  const lock = isLocked ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>` : '';
  return assemble(objects, `/Root ${catalog} 0 R /Info ${info} 0 R /ID [<00> <00>] ${lock}`);
}

function contentOf({ texts = [], picture, size = [595, 842] }: PdfPage): string {
  const drawn = picture ? `q ${size[0]} 0 0 ${size[1]} 0 0 cm /Im Do Q\n` : '';
  const lines = texts.map(({ text, x, y, size: points = 11, font = 'Helvetica' }) => {
    const escaped = text.replaceAll(/[\\()]/g, '\\$&');
    return `BT /F${fonts.indexOf(font)} ${points} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
  });
  return drawn + lines.join('\n');
}

function pictureHead({ width, height }: PdfPicture): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`;
}

function stream(head: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${head} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((sum, part) => sum + part.length, 0);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`${table}trailer\n<< /Size ${count} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`),
  ]);
}
