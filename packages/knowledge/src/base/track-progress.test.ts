import { expect, test } from 'vitest';
import { trackProgress } from './track-progress.ts';

test('pages count as they are read and embedded, never backwards, and files when they are written', () => {
  let now = 0;
  let changes = 0;
  const tracker = trackProgress(
    2,
    () => now,
    () => (changes += 1),
  );
  const pages: number[] = [];
  const look = (): void => void pages.push(tracker.progress().pagesDone);
  const file = tracker.begin('a.pdf');
  look();
  file.readPages(4, 8);
  look();
  file.readPages(8, 8);
  look();
  file.embedded(5, 10);
  look();
  now = 2_000;
  expect(tracker.progress()).toEqual({
    filesDone: 0,
    filesTotal: 2,
    reading: [{ source: 'a.pdf', pagesDone: 6, pagesTotal: 8 }],
    pagesDone: 6,
    pagesPerSecond: 3,
  });
  file.embedded(10, 10);
  file.end(8);
  tracker.begin('b.txt').end(0);
  look();
  expect(pages).toEqual([0, 2, 4, 6, 9]);
  expect(tracker.progress()).toMatchObject({ filesDone: 2, reading: [], pagesDone: 9 });
  expect(changes).toBe(8);
});
