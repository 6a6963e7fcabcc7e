import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

test('sizes are read from the headers of PNG, JPEG and portable graymap', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000400000002008000000', 'hex');
  expect(pictureSize(png)).toEqual({ width: 64, height: 32 });
  const jpeg = Buffer.from('ffd8ffe000104a46494600010101006000600000ffc0000b080020004001011100', 'hex');
  expect(pictureSize(jpeg)).toEqual({ width: 64, height: 32 });
  expect(pictureSize(Buffer.from('P5\n64 32\n255\n'))).toEqual({ width: 64, height: 32 });
});

test('what declares no size is damaged, and a bomb is refused before it is decoded', () => {
  expect(() => pictureSize(Buffer.from('no picture'))).toThrow(/document-damaged/);
  expect(() => pictureSize(Buffer.from('ffd8ffe0', 'hex'))).toThrow(/document-damaged/);
  const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000ffff0000ffff08000000', 'hex');
  expect(() => pictureSize(bomb)).toThrow(/document-too-large/);
});
