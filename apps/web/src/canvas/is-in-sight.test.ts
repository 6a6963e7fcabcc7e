import { expect, test } from 'vitest';
import { isInSight } from './is-in-sight.ts';

const area = { width: 800, height: 600 };
const box = { x: 100, y: 100, width: 260, height: 120 };

test('a box that is wholly in the area is in sight', () => {
  expect(isInSight(box, { x: 0, y: 0, zoom: 1 }, area)).toBe(true);
});

test('a box that the view cuts, or that lies under the box that adds nodes, is not', () => {
  expect(isInSight(box, { x: -150, y: 0, zoom: 1 }, area)).toBe(false);
  expect(isInSight(box, { x: 0, y: -60, zoom: 1 }, area)).toBe(false);
  expect(isInSight(box, { x: 0, y: 0, zoom: 3 }, area)).toBe(false);
});
