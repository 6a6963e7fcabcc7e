import { expect, test } from 'vitest';
import { encodeGraymap, shrinkGraymap, toGraymap, turnGraymap } from './graymap.ts';

function rows({ width, gray }: { width: number; gray: Uint8Array }): number[][] {
  return Array.from({ length: gray.length / width }, (_, y) => [...gray.subarray(y * width, (y + 1) * width)]);
}

test('bits, gray, colour and transparency become gray', () => {
  expect(rows(toGraymap(Uint8Array.of(0b1010_0000, 0b0100_0000), 3, 2))).toEqual([
    [255, 0, 255],
    [0, 255, 0],
  ]);
  expect([...toGraymap(Uint8Array.of(1, 2), 2, 1).gray]).toEqual([1, 2]);
  expect([...toGraymap(Uint8Array.of(255, 255, 255, 0, 0, 0), 2, 1).gray]).toEqual([255, 0]);
  expect([...toGraymap(Uint8Array.of(0, 0, 0, 255, 0, 0, 0, 0), 2, 1).gray]).toEqual([0, 255]);
});

test('it is turned clockwise and made smaller', () => {
  const graymap = { width: 3, height: 2, gray: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  expect(rows(turnGraymap(graymap, 1))).toEqual([
    [4, 1],
    [5, 2],
    [6, 3],
  ]);
  expect(rows(turnGraymap(graymap, 2))).toEqual([
    [6, 5, 4],
    [3, 2, 1],
  ]);
  expect(rows(turnGraymap(turnGraymap(graymap, 3), 1))).toEqual(rows(graymap));
  expect(rows(shrinkGraymap({ width: 4, height: 2, gray: Uint8Array.of(0, 4, 10, 10, 0, 4, 10, 10) }, 2))).toEqual([
    [2, 10],
  ]);
});

test('it is written as a portable graymap', () => {
  const bytes = Buffer.from(encodeGraymap({ width: 2, height: 1, gray: Uint8Array.of(65, 66) }));
  expect(bytes.toString('latin1')).toBe('P5\n2 1\n255\nAB');
});
