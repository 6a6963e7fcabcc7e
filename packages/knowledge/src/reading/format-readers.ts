import type { FormatReader } from './format-reader.ts';
import type { FormatId } from './sniff-format.ts';

/** How documents of a format are read. Its reader is loaded by the first of them. */
export interface DocumentFormat {
  readonly mediaType: string;
  load(): Promise<FormatReader>;
}

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** All formats but archives, which hold documents and are none. */
export const formatReaders: Readonly<Record<Exclude<FormatId, 'zip'>, DocumentFormat>> = {
  pdf: { mediaType: 'application/pdf', load: async () => (await import('./formats/pdf/pdf-reader.ts')).pdfReader },
  docx: {
    mediaType: `${office}.wordprocessingml.document`,
    load: async () => (await import('./formats/docx-reader.ts')).docxReader,
  },
  odt: { mediaType: `${open}.text`, load: async () => (await import('./formats/odt-reader.ts')).odtReader },
  pptx: {
    mediaType: `${office}.presentationml.presentation`,
    load: async () => (await import('./formats/pptx-reader.ts')).pptxReader,
  },
  xlsx: {
    mediaType: `${office}.spreadsheetml.sheet`,
    load: async () => (await import('./formats/xlsx-reader.ts')).xlsxReader,
  },
  ods: { mediaType: `${open}.spreadsheet`, load: async () => (await import('./formats/ods-reader.ts')).odsReader },
  rtf: { mediaType: 'application/rtf', load: async () => (await import('./formats/rtf-reader.ts')).rtfReader },
  html: { mediaType: 'text/html', load: async () => (await import('./formats/html-reader.ts')).htmlReader },
  markdown: {
    mediaType: 'text/markdown',
    load: async () => (await import('./formats/markdown-reader.ts')).markdownReader,
  },
  text: {
    mediaType: 'text/plain',
    load: async () => (await import('./formats/plain-text-reader.ts')).plainTextReader,
  },
  csv: { mediaType: 'text/csv', load: async () => (await import('./formats/csv-reader.ts')).csvReader },
  json: { mediaType: 'application/json', load: async () => (await import('./formats/json-reader.ts')).jsonReader },
  email: { mediaType: 'message/rfc822', load: async () => (await import('./formats/email-reader.ts')).emailReader },
  picture: { mediaType: 'image/png', load: async () => (await import('./formats/picture-reader.ts')).pictureReader },
};
