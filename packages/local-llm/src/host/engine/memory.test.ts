import { expect, test } from 'vitest';
import { contextBudget, readMemory, requireMemory } from './memory.ts';

const gigabyte = 1024 ** 3;

test('what fits beside the rest of the machine is let through; more is refused with both figures', () => {
  const memory = { total: 8 * gigabyte, available: 2 * gigabyte };
  expect(() => requireMemory(1.5 * gigabyte, memory)).not.toThrow();
  expect(() => requireMemory(3 * gigabyte, memory)).toThrow(
    expect.objectContaining({ code: 'model-memory-short', params: { needed: 3 * gigabyte, free: 1.75 * gigabyte } }),
  );
});

test('contexts take an eighth of a small machine and two gigabytes of a large one', () => {
  expect(contextBudget({ total: 8 * gigabyte, available: 0 })).toBe(gigabyte);
  expect(contextBudget({ total: 64 * gigabyte, available: 0 })).toBe(2 * gigabyte);
});

test("the machine's memory is read", () => {
  const { total, available } = readMemory();
  expect(total).toBeGreaterThan(gigabyte / 4);
  expect(available).toBeGreaterThan(0);
  expect(available).toBeLessThanOrEqual(total);
});
