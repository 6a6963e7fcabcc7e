import { Problem } from '@jacquard/flow';
import { sniffZip } from './sniff-zip.ts';

/** Formats that can be read. `zip` is an archive of files of these formats. */
export type FormatId =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'pptx'
  | 'xlsx'
  | 'ods'
  | 'rtf'
  | 'html'
  | 'markdown'
  | 'text'
  | 'csv'
  | 'json'
  | 'email'
  | 'picture'
  | 'zip';

/** Formats of text have no mark of their own: their file's extension says which it is. */
const textFormats: Readonly<Record<string, FormatId>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  geojson: 'json',
  eml: 'email',
};
/** Programs export tables as text under these names. */
const tableExtensions = new Set(['xls']);
/** A file of such a name that is only text isn't what it says. */
const binaryExtensions = new Set(
  'pdf docx docm doc odt pptx pptm ppt odp xlsx xlsm xlsb ods zip rtf png jpg jpeg gif webp'.split(' '),
);

/** Bytes of a file's beginning that show what it is. */
export const sniffedBytes = 64 * 1024;

/** The letters after the last dot of a name, in lower case; empty where there are none. */
export function extensionOf(name: string): string {
  return /[^/.]\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What a file is, by its beginning first and its name second. A zip is told from its end, so `whole` gives all bytes when they
 * are needed. Throws `document-format-unknown`, `document-format-old`, `document-not-as-named`, `document-has-password` (of
 * encrypted Office documents) and `document-damaged`.
 */
export async function sniffFormat(head: Uint8Array, name: string, whole: () => Promise<Uint8Array>): Promise<FormatId> {
  const extension = extensionOf(name);
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sniffedBytes));
  // Some programs write a few bytes before the mark (ISO 32000-2, 7.5.2, note; readers look at the first 1,024).
  if (start.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (start.subarray(0, 2).toString('latin1') === 'PK') return await sniffZip(await whole(), extension);
  if (startsWith(start, 'd0cf11e0a1b11ae1')) throw oldOffice(start, extension);
  if (startsWith(start, '89504e470d0a1a0a') || startsWith(start, 'ffd8ff')) return 'picture';
  if (isBinary(start)) {
    throw new Problem(binaryExtensions.has(extension) ? 'document-not-as-named' : 'document-format-unknown', {
      extension,
    });
  }
  return textFormat(decodeStart(start), extension);
}

function startsWith(start: Buffer, mark: string): boolean {
  return start.subarray(0, mark.length / 2).toString('hex') === mark;
}

/** Compound files: Office before 2007, and the envelope of encrypted documents since (MS-OFFCRYPTO, 2.3.4.4). */
function oldOffice(start: Buffer, extension: string): Problem {
  const isEncrypted =
    start.includes(Buffer.from('EncryptedPackage', 'utf16le')) || /^(docx|pptx|xlsx)$/.test(extension);
  return isEncrypted ? new Problem('document-has-password') : new Problem('document-format-old', { extension });
}

function isBinary(start: Buffer): boolean {
  if (hasUtf16Mark(start)) return false;
  const controls = start.reduce(
    (count, byte) => count + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0),
    0,
  );
  return start.includes(0) || controls > start.length / 20;
}

function hasUtf16Mark(start: Buffer): boolean {
  return startsWith(start, 'fffe') || startsWith(start, 'feff');
}

function decodeStart(start: Buffer): string {
  const encoding = startsWith(start, 'fffe') ? 'utf-16le' : startsWith(start, 'feff') ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(start).trimStart();
}

function textFormat(start: string, extension: string): FormatId {
  if (start.startsWith('{\\rtf')) return 'rtf';
  const isMarkup = /^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype html|<html[\s>])/is.test(start);
  if (isMarkup && extension !== 'md' && extension !== 'markdown') return 'html';
  if (tableExtensions.has(extension)) return 'csv';
  if (binaryExtensions.has(extension)) throw new Problem('document-not-as-named', { extension });
  return textFormats[extension] ?? 'text';
}
