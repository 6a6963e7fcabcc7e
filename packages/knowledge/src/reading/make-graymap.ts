/**
 * A portable graymap (PGM, binary) of pixels with one bit (rows padded to bytes, 1 is white), or with 3 or 4 bytes a pixel: it
 * is written at once, where a compressed picture would take longer than the drawing. Transparent is white.
 */
export function makeGraymap(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const result = new Uint8Array(head.length + width * height);
  result.set(head);
  const channels = Math.floor(data.length / (width * height));
  let at = head.length;
  if (channels === 0) {
    const stride = Math.ceil(width / 8);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        result[at++] = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
      }
    }
    return result;
  }
  for (let index = 0; index < width * height * channels; index += channels) {
    // Luma of Rec. 601
    const luma =
      channels < 3
        ? (data[index] ?? 0)
        : (77 * (data[index] ?? 0) + 150 * (data[index + 1] ?? 0) + 29 * (data[index + 2] ?? 0)) >> 8;
    const alpha = channels === 4 ? (data[index + 3] ?? 255) : 255;
    result[at++] = 255 + ((((luma - 255) * alpha) / 255) | 0);
  }
  return result;
}
