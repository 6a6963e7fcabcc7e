import { expect, test } from 'vitest';
import { createSpeedMeter } from './speed-meter.ts';

test('speed is what was read and written over the last ten whole seconds', () => {
  let now = 0;
  const meter = createSpeedMeter(() => now);
  meter.count('prompt', 100);
  meter.count('answer', 50);
  expect(meter.speed()).toEqual({ reading: 0, writing: 0 });
  now = 5_000;
  expect(meter.speed()).toEqual({ reading: 10, writing: 5 });
  now = 20_000;
  expect(meter.speed()).toEqual({ reading: 0, writing: 0 });
});
