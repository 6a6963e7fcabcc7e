import { expect, test } from 'vitest';
import { readPartialJson, tableOfPreview } from './partial-json.ts';

const whole = JSON.stringify({
  columns: ['a', 'b'],
  rows: [
    { a: 'x, "]', b: 1 },
    { a: 'y', b: 2 },
    { a: 'z', b: 3 },
  ],
});

test('what was cut is left out, wherever it was cut', () => {
  for (let length = 24; length <= whole.length; length += 1) {
    const table = tableOfPreview(whole.slice(0, length));
    expect(table?.columns.every((column) => ['a', 'b'].includes(column))).toBe(true);
  }
  expect(tableOfPreview(whole.slice(0, whole.length - 8))?.rows.at(0)).toEqual({ a: 'x, "]', b: 1 });
});

test('what is no JSON gives nothing', () => {
  expect(readPartialJson('Once upon a time, there was')).toBeUndefined();
  expect(tableOfPreview('[1,2,3')).toBeUndefined();
});
