import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Problem } from '@jacquard/flow';

/** Reads numbers one after the other from a file, a window at a time: memory stays small, whatever the file says. */
export interface ByteWindow {
  /** Bytes of the file. */
  readonly size: number;
  position(): number;
  u32(): number;
  /** A count or length of 64 bits, as a number; throws `model-file-hostile` beyond what is exact. */
  u64(): number;
  text(length: number): string;
  skip(length: number): void;
  close(): void;
}

const windowSize = 1 << 20;

/** Opens a file to be read up to `limit` bytes. Throws `model-file-cut` at its end, `model-file-hostile` beyond the limit. */
export function openByteWindow(path: string, limit: number): ByteWindow {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const window = Buffer.alloc(windowSize);
  let start = 0;
  let filled = 0;
  let at = 0;
  const claim = (length: number): void => {
    const needed = at + length;
    if (needed > limit) throw hostile();
    if (needed > size) throw new Problem('model-file-cut', { size, needed });
  };
  const take = (length: number): Buffer => {
    claim(length);
    if (length > windowSize) throw hostile();
    if (at < start || at + length > start + filled) {
      start = at;
      filled = readSync(file, window, 0, windowSize, at);
    }
    const piece = window.subarray(at - start, at - start + length);
    at += length;
    return piece;
  };
  return {
    size,
    position: () => at,
    u32: () => take(4).readUInt32LE(),
    u64() {
      const value = take(8).readBigUInt64LE();
      if (value > Number.MAX_SAFE_INTEGER) throw hostile();
      return Number(value);
    },
    text: (length) => take(length).toString('utf8'),
    skip(length) {
      claim(length);
      at += length;
    },
    close: () => closeSync(file),
  };
}

/** What a file says can't be true of a model. */
export function hostile(): Problem {
  return new Problem('model-file-hostile', {});
}
