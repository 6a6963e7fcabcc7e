import { expect, test, vi } from 'vitest';
import { openRecogniser } from './open-recogniser.ts';
import { encodeGraymap } from './graymap.ts';
import { drawScan } from './testing/draw-scan.ts';

vi.setConfig({ testTimeout: 60_000 }); // it loads 15 MB of data, and reads slowly where other tests run beside it

test('letters in a picture are read in English and French, with the confidence of the whole', async () => {
  const recogniser = await openRecogniser();
  try {
    const scan = await drawScan(['The library is open', 'la bibliothèque fermée']);
    const { confidence, lines, width, height } = await recogniser.read(encodeGraymap(scan));
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
      'The library is open',
      'la bibliothèque fermée',
    ]);
    expect([width, height]).toEqual([scan.width, scan.height]);
    expect(confidence).toBeGreaterThan(0.8);
    expect(confidence).toBeLessThanOrEqual(1);
    await expect(recogniser.read(Buffer.from('no picture'))).rejects.toMatchObject({ code: 'document-damaged' });
  } finally {
    await recogniser.close();
  }
});
