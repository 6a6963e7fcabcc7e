import { Problem } from '@jacquard/node-kit';

const examined = 8192;

/**
 * Decodes a text file: by its byte-order mark, as UTF-8 if it is valid, as Windows-1252 otherwise (the encoding of old
 * Western European files). Line breaks become `\n`. Throws `file-not-text` for anything binary.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const marked = encodingOfMark(bytes);
  if (marked === undefined && isBinary(bytes.subarray(0, examined))) throw new Problem('file-not-text', { file: name });
  const text = marked === undefined ? (decodeUtf8(bytes) ?? decode(bytes, 'windows-1252')) : decode(bytes, marked);
  return text.replaceAll('\r\n', '\n');
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** A zero byte, or one control character in thirty: no text has that. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const controls = bytes.reduce((count, byte) => count + (byte < 32 && !isSpace(byte) ? 1 : 0), 0);
  return controls * 30 > bytes.length;
}

function isSpace(byte: number): boolean {
  return (byte >= 9 && byte <= 13) || byte === 27;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
