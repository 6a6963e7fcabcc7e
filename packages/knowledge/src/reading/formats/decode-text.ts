/**
 * Decodes a file of text: by its byte-order mark, else by the encoding that it declares of itself (HTML's `meta`), else as
 * UTF-8 if it is that, else as Windows-1252, the encoding of old Western European files. A single broken character doesn't
 * turn UTF-8 into anything else. Line breaks become `\n`. Never throws: each byte means something.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = encodingOfMark(bytes);
  const text = marked ? decode(bytes, marked) : decodeUnmarked(bytes, declared);
  return text.replaceAll(/\r\n?/g, '\n');
}

function decodeUnmarked(bytes: Uint8Array, declared = 'utf-8'): string {
  const decoder = decoderOf(declared);
  const text = new TextDecoder(decoder.encoding).decode(bytes);
  return decoder.encoding === 'utf-8' && !isUtf8(text) ? decode(bytes, 'windows-1252') : text;
}

/** By what came of it: most characters beyond ASCII are ones, not signs of broken bytes. */
function isUtf8(text: string): boolean {
  if (!text.includes('\ufffd')) return true;
  const beyond = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken * 10 < beyond;
}

/** Names of encodings that nobody knows count as UTF-8. */
function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
