import { expect, test } from 'vitest';
import { scanJson } from './scan-json.ts';

function place(text: string): string {
  const scanned = scanJson(text);
  return scanned.ok ? 'ok' : `${scanned.line}:${scanned.column} ${scanned.expected} ${scanned.found}`;
}

test.each([
  ['{"a": 1,\n "b" 2}', '2:6 colon 2'],
  ['{"a": 1,}', '1:9 key }'],
  ['[1, 2', '1:6 comma-or-end '],
  ['[1 2]', '1:4 comma-or-end 2'],
  ['{a: 1}', '1:2 key a'],
  ["{'a': 1}", "1:2 key '"],
  ['["a\nb"]', '1:2 string-end "'],
  ['[01]', '1:2 value 0'],
  ['[NaN]', '1:2 value N'],
  ['{} {}', '1:4 end-of-text {'],
  ['', '1:1 value '],
  ['[1] // note', '1:5 end-of-text /'],
])('%j stops being JSON at %s', (text, expected) => {
  expect(place(text)).toBe(expected);
});

test('what is JSON is read, with a byte-order mark, too', () => {
  expect(scanJson('\uFEFF{"a": [1, -2.5e3, "\\u00e9", true, null, {}]}')).toMatchObject({
    ok: true,
    value: { a: [1, -2500, 'é', true, null, {}] },
    repeated: [],
  });
});

test('a key that stands twice in one object is found, however it is written', () => {
  const scanned = scanJson('{"a": {"b": 1, "\\u0062": 2}, "b": 3}');
  expect(scanned).toMatchObject({ ok: true, repeated: [{ key: 'b', line: 1, column: 16 }] });
});

test('very deep and very long texts need no stack', () => {
  expect(place('['.repeat(1_000_000))).toMatch(/value/);
  expect(place(`"${'a'.repeat(5_000_000)}"`)).toBe('ok');
});
