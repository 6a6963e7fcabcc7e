import { expect, test, vi } from 'vitest';
import { createFilesView } from './files-view.ts';

test('files are asked for once a second while they change, else each time', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  let asked = 0;
  let isBuilding = true;
  const files = createFilesView(
    {
      files: async () => {
        asked += 1;
        return [];
      },
    },
    () => isBuilding,
  );
  for (const wait of [0, 400, 400, 400]) {
    vi.advanceTimersByTime(wait);
    await files();
  }
  expect(asked).toBe(2);
  isBuilding = false;
  await files();
  await files();
  expect(asked).toBe(4);
  vi.useRealTimers();
});
