import { Problem } from '@jacquard/flow';
import { defaultReadLimits } from './read-limits.ts';
import type { FormatId } from './sniff-format.ts';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** The part that each format of Office Open XML has (ECMA-376, part 2). */
const mainParts: Readonly<Record<string, FormatId>> = {
  'word/document.xml': 'docx',
  'ppt/presentation.xml': 'pptx',
  'xl/workbook.xml': 'xlsx',
};
const openDocuments: Readonly<Record<string, FormatId>> = { text: 'odt', spreadsheet: 'ods' };
const officeExtensions = new Set(['docx', 'docm', 'odt', 'pptx', 'pptm', 'odp', 'xlsx', 'xlsm', 'xlsb', 'ods', 'epub']);

/** Tells office documents from archives. Throws `document-format-unknown` for an office document of another kind. */
export async function sniffZip(bytes: Uint8Array, extension: string): Promise<FormatId> {
  const isPackage = new Set<string>();
  for await (const entry of zipEntries(bytes, defaultReadLimits.archive, new AbortController().signal)) {
    const format = mainParts[entry.name];
    if (format) return format;
    if (entry.name === 'mimetype' && entry.size < 200) return openDocument(await mimeTypeOf(entry), extension);
    isPackage.add(entry.name);
  }
  if (isPackage.has('[Content_Types].xml')) throw new Problem('document-format-unknown', { extension });
  if (officeExtensions.has(extension)) throw new Problem('document-not-as-named', { extension });
  return 'zip';
}

async function mimeTypeOf(entry: ZipEntry): Promise<string> {
  return Buffer.from(await entry.read())
    .toString('latin1')
    .trim();
}

/** OpenDocument 1.3, part 2, 3.3: the first entry says what the package is. Templates are read as what they are made for. */
function openDocument(mimeType: string, extension: string): FormatId {
  const kind = /^application\/vnd\.oasis\.opendocument\.([a-z]+)(-template)?$/.exec(mimeType)?.[1] ?? '';
  const format = openDocuments[kind];
  if (!format) throw new Problem('document-format-unknown', { extension });
  return format;
}
