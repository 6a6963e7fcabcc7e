/** A gray picture, one byte a pixel, 255 white. */
export interface Graymap {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/**
 * Makes one of pixels with one bit (rows padded to bytes, 1 is white), or with 1, 3 or 4 bytes a pixel. Transparent is white.
 * Luma is that of Rec. 601.
 */
export function toGraymap(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Graymap {
  const gray = new Uint8Array(width * height);
  const channels = Math.floor(data.length / (width * height));
  if (channels === 0) spreadBits(data, width, gray);
  else if (channels < 3) gray.set(data.subarray(0, gray.length));
  else {
    for (let index = 0, at = 0; index < gray.length; index += 1, at += channels) {
      const luma = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
      gray[index] = channels < 4 ? luma : 255 - Math.round(((255 - luma) * (data[at + 3] ?? 0)) / 255);
    }
  }
  return { width, height, gray };
}

function spreadBits(data: Uint8Array | Uint8ClampedArray, width: number, gray: Uint8Array): void {
  const stride = Math.ceil(width / 8);
  for (let index = 0; index < gray.length; index += 1) {
    const x = index % width;
    const byte = data[Math.floor(index / width) * stride + (x >> 3)] ?? 0;
    gray[index] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
}

/** Makes it smaller by a whole factor: each pixel is the mean of a square. */
export function shrinkGraymap({ width, height, gray }: Graymap, factor: number): Graymap {
  const small = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const shrunk = new Uint8Array(small.width * small.height);
  for (let y = 0, at = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1, at += 1) {
      let sum = 0;
      for (let row = y * factor; row < (y + 1) * factor; row += 1) {
        const start = row * width + x * factor;
        for (let column = start; column < start + factor; column += 1) sum += gray[column] ?? 255;
      }
      shrunk[at] = sum / factor ** 2;
    }
  }
  return { ...small, gray: shrunk };
}

/** Turns it clockwise by quarters. */
export function turnGraymap(graymap: Graymap, quarters: number): Graymap {
  let turned = graymap;
  for (let done = 0; done < (quarters + 4) % 4; done += 1) turned = turnOnce(turned);
  return turned;
}

function turnOnce({ width, height, gray }: Graymap): Graymap {
  const turned = new Uint8Array(gray.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) turned[x * height + (height - 1 - y)] = gray[at] ?? 255;
  }
  return { width: height, height: width, gray: turned };
}

/** Writes a portable graymap (PGM, binary): at once, where a compressed picture would take longer than the drawing. */
export function encodeGraymap({ width, height, gray }: Graymap): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), gray]);
}
