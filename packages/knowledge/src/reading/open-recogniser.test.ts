import { expect, test, vi } from 'vitest';
import { openRecogniser } from './open-recogniser.ts';
import { makeGraymap } from './make-graymap.ts';
import { drawScan } from './testing/draw-scan.ts';

vi.setConfig({ testTimeout: 60_000 }); // it loads 15 MB of data, and reads slowly where other tests run beside it

test('letters in a picture are read in English and French, with the confidence of the whole', async () => {
  const recogniser = await openRecogniser();
  try {
    const { gray, width, height } = await drawScan(['The library is open', 'la bibliothèque fermée']);
    const { confidence, paragraphs } = await recogniser.read(makeGraymap(gray, width, height));
    expect(paragraphs.flat()).toEqual(['The library is open', 'la bibliothèque fermée']);
    expect(confidence).toBeGreaterThan(0.8);
    expect(confidence).toBeLessThanOrEqual(1);
    await expect(recogniser.read(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'document-damaged' });
  } finally {
    await recogniser.close();
  }
});
