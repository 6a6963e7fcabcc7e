import { expect, test } from 'vitest';
import { roomBefore } from './room-before.ts';

const end = { x: 300, y: 100 };
const card = { x: 0, y: 80, width: 252, height: 60 };

//   ┌──────┐  room
//   │ card ○───────▶○ end
test('it is free up to the port at the edge of the nearest card, and no farther than is looked', () => {
  expect(roomBefore(end, [card], 200)).toBe(40.5);
  expect(roomBefore(end, [{ ...card, width: 20 }, card], 200)).toBe(40.5);
  expect(roomBefore(end, [], 200)).toBe(200);
});

test('what stands higher, lower or right of the end takes no room', () => {
  const others = [
    { ...card, y: 0 },
    { ...card, y: 111 },
    { ...card, x: 306 },
  ];
  expect(roomBefore(end, others, 200)).toBe(200);
});

test('under a card there is no room', () => {
  expect(roomBefore(end, [{ ...card, x: 100 }], 200)).toBe(0);
});

//   ┌─────────────────────┐
//   │ item ○──▶○ end      │
test('of a frame around the end the column with its ports takes room, of another one all of it', () => {
  const frame = { x: 60, y: 0, width: 600, height: 300, column: 190 };
  expect(roomBefore(end, [frame], 200)).toBe(42.5);
  expect(roomBefore(end, [{ ...frame, width: 220 }], 200)).toBe(12.5);
});
