import type { AnyReasoningItem } from '@jacquard/flow';
import { placeThoughts, thoughtsOf } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { boxOf, inSight, sizeOf } from './drawing-geometry.ts';

function drawingOf(count: number) {
  const items = Array.from({ length: count }, (_, index): AnyReasoningItem => {
    const parents = index < 5 ? [] : [`${Math.floor(index / 5) - 1}`];
    return {
      form: 'thought',
      data: { id: `${index}`, parents, depth: 1, text: 't', operation: 'generate', by: 'model' },
    };
  });
  const thoughts = thoughtsOf(items);
  if (!thoughts) throw new Error('no thoughts');
  return { thoughts, places: placeThoughts(thoughts) };
}

test('every box lies within the drawing, and all of it is in sight from afar', () => {
  const { thoughts, places } = drawingOf(500);
  const { width, height } = sizeOf(places);
  const found = inSight(thoughts, places, { x: 0, y: 0, width, height });
  expect([found.thoughts.length, found.links.length]).toEqual([500, 500]);
  for (const { box } of found.thoughts) {
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

test('of five thousand thoughts only those in sight are drawn', () => {
  const { thoughts, places } = drawingOf(5000);
  const found = inSight(thoughts, places, { x: 1100, y: 9000, width: 1200, height: 700 });
  expect(found.thoughts.length).toBeGreaterThan(5);
  expect(found.thoughts.length).toBeLessThan(100);
});

test('a link begins where its parent ends', () => {
  const { thoughts, places } = drawingOf(6);
  const { links } = inSight(thoughts, places, { x: 0, y: 0, width: 9999, height: 9999 });
  const parent = boxOf(places.places.get('0') ?? { level: 0, row: 0 });
  const link = links.find(({ key }) => key === '0 > 5');
  expect(link?.path.startsWith(`M${parent.x + parent.width} ${parent.y + parent.height / 2}C`)).toBe(true);
});
