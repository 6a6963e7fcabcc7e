import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { nearestSlots } from './nearest-slots.ts';

test('finds what sorting finds', () => {
  const products = fastCheck.array(fastCheck.float({ min: -1, max: 1, noNaN: true }), { maxLength: 60 });
  fastCheck.assert(
    fastCheck.property(products, fastCheck.integer({ min: 0, max: 20 }), (values, top) => {
      const found = nearestSlots(Float32Array.from(values), top, (slot) => slot % 3 !== 0);
      const sorted = values
        .filter((_, slot) => slot % 3 !== 0)
        .sort((a, b) => b - a)
        .slice(0, top);
      expect(found.map((slot) => values[slot] ?? 0).sort((a, b) => b - a)).toEqual(sorted);
      expect(found.every((slot) => slot % 3 !== 0)).toBe(true);
    }),
  );
});
