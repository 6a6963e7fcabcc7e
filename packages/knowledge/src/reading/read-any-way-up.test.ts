import { expect, test } from 'vitest';
import type { PictureReader } from './format-reader.ts';
import { readAnyWayUp } from './read-any-way-up.ts';

const never = new AbortController().signal;
const graymap = { width: 2, height: 2, gray: Uint8Array.of(1, 2, 3, 4) };

/** Makes sense of a picture by which of its pixels comes first, and remembers what it was shown. */
function reader(sense: Record<number, readonly [confidence: number, isUpright: boolean]>): {
  readonly read: PictureReader;
  readonly seen: number[];
} {
  const seen: number[] = [];
  return {
    seen,
    read: (picture) => {
      const first = picture[11] ?? 0;
      seen.push(first);
      const [confidence = 0, isUpright = true] = sense[first] ?? [];
      return Promise.resolve({ confidence, isUpright, width: 2, height: 2, lines: [] });
    },
  };
}

test('a page that makes sense is read once', async () => {
  const { read, seen } = reader({ 1: [0.9, true] });
  expect(await readAnyWayUp(graymap, read, never)).toMatchObject({ confidence: 0.9 });
  expect(seen).toEqual([1]);
});

test('one on its side or head is turned until it makes sense, else the most sensible is taken', async () => {
  const side = reader({ 1: [0.9, false], 3: [0.3, true], 2: [0.8, true] });
  expect(await readAnyWayUp(graymap, side.read, never)).toMatchObject({ confidence: 0.8, isUpright: true });
  expect(side.seen).toEqual([1, 3, 2]);
  const noise = reader({ 1: [0.2, true], 3: [0.4, true], 2: [0.1, true], 4: [0.3, true] });
  expect(await readAnyWayUp(graymap, noise.read, never)).toMatchObject({ confidence: 0.4 });
  expect(noise.seen).toEqual([1, 3, 2, 4]);
});
