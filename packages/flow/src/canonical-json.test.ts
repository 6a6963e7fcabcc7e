import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('sorts members by UTF-16 code units, as in section 3.2.3 of RFC 8785', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Hebrew',
    '1': 'One',
    '\ud83d\ude00': 'Smile',
    '\u0080': 'C',
    ö: 'o',
  };
  expect(JSON.parse(canonicalJson(value))).toEqual(value);
  expect(canonicalJson(value)).toBe(
    '{"\\r":"CR","1":"One","\u0080":"C","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Hebrew"}',
  );
});

test('writes numbers, nested lists and literals as ECMAScript does', () => {
  expect(
    canonicalJson({
      b: [Number('333333333.33333329'), 1e30, 4.5, 0.002, 1e-27, -0],
      a: [null, true, { y: '', x: [] }],
    }),
  ).toBe('{"a":[null,true,{"x":[],"y":""}],"b":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}');
});

test('is the same for equal values, whatever order they were written in', () => {
  expect(canonicalJson({ a: 1, b: { d: 2, c: 3 } })).toBe(canonicalJson({ b: { c: 3, d: 2 }, a: 1 }));
});
