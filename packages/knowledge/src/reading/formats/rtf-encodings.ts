const codePages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  866: 'ibm866',
  874: 'windows-874',
  10000: 'macintosh',
  65001: 'utf-8',
};
/** The charset of a font, as Windows numbers them. */
const charsets: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
export const westernEuropean = 'windows-1252';

/** The encoding of a code page; Western European for one that nobody knows. */
export function encodingOfCodePage(page: number | undefined): string {
  if (page === undefined) return westernEuropean;
  return codePages[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : westernEuropean);
}

/** The encoding of a font's charset; undefined where that is the document's own. */
export function encodingOfCharset(charset: number | undefined): string | undefined {
  return charset === undefined ? undefined : charsets[charset];
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Decodes bytes that are characters of Latin-1. */
export function decodeBytes(bytes: string, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(Buffer.from(bytes, 'latin1'));
}
