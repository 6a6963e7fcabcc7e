import fastCheck from 'fast-check';
import { expect, test } from 'vitest';
import { createDotProducts } from './dot-products.ts';

const numbers = (length: number): fastCheck.Arbitrary<Float32Array> =>
  fastCheck
    .array(fastCheck.float({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));

test('products are those of plain code, whatever the dimensions and however often room was made', () => {
  const sets = fastCheck
    .integer({ min: 1, max: 40 })
    .chain((dimensions) =>
      fastCheck.tuple(numbers(dimensions), fastCheck.array(numbers(dimensions), { minLength: 1, maxLength: 30 })),
    );
  fastCheck.assert(
    fastCheck.property(sets, ([query, vectors]) => {
      const dots = createDotProducts(query.length);
      for (const [slot, vector] of vectors.entries()) {
        dots.reserve(slot + 1);
        dots.set(slot, vector);
      }
      const products = dots.multiply(query, vectors.length);
      for (const [slot, vector] of vectors.entries()) {
        const plain = vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
        expect(products[slot]).toBeCloseTo(plain, 4);
      }
    }),
  );
});
