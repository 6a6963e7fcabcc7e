import { Problem } from '@jacquard/flow';

/** Most pixels of a picture that is decoded: one of A3 at 600 dots per inch. */
const mostPixels = 70_000_000;

/**
 * Width and height that a PNG, JPEG or portable graymap declares. Throws `document-damaged` when it declares none, and
 * `document-too-large` before anybody decodes a bomb.
 */
export function pictureSize(picture: Uint8Array): { readonly width: number; readonly height: number } {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  const [width = 0, height = 0] = graymapSize(bytes) ?? pngSize(bytes) ?? jpegSize(bytes) ?? [];
  if (width <= 0 || height <= 0) throw new Problem('document-damaged');
  if (width * height > mostPixels)
    throw new Problem('document-too-large', { what: 'document-pixels', limit: mostPixels });
  return { width, height };
}

type Size = readonly [width: number, height: number];

function graymapSize(bytes: Buffer): Size | undefined {
  const match = /^P5\n(\d+) (\d+)\n/.exec(bytes.subarray(0, 40).toString('latin1'));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** PNG (third edition), 11.2.1: its header is the first chunk. */
function pngSize(bytes: Buffer): Size | undefined {
  const isPng = bytes.length >= 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

/** ITU-T T.81, B.2.2: the frame header, whose marker is one of SOF0 to SOF15. */
function jpegSize(bytes: Buffer): Size | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
  return undefined;
}
