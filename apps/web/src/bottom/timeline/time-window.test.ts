import { expect, test } from 'vitest';
import { panWindow, shareOf, zoomWindow } from './time-window.ts';

test('zooming in keeps the moment under the pointer in its place', () => {
  const window = zoomWindow({ from: 0, to: 1_000 }, 0.5, 800, 1_000);
  expect(window).toEqual({ from: 400, to: 900 });
  expect(shareOf({ from: 0, to: 1_000 }, 800)).toBe(shareOf(window ?? { from: 0, to: 0 }, 800));
});

test('zooming out shows all in the end, and never more', () => {
  expect(zoomWindow({ from: 900, to: 1_000 }, 2, 950, 1_000)).toEqual({ from: 800, to: 1_000 });
  expect(zoomWindow({ from: 800, to: 1_000 }, 8, 950, 1_000)).toBeUndefined();
});

test('moving along stops at the ends', () => {
  expect(panWindow({ from: 100, to: 300 }, -500, 1_000)).toEqual({ from: 0, to: 200 });
  expect(panWindow({ from: 100, to: 300 }, 5_000, 1_000)).toEqual({ from: 800, to: 1_000 });
});
