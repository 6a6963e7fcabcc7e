import { expect, test } from 'vitest';
import { readTrace } from './read-trace.ts';

const ids = '4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7';
const parent = `00-${ids}-01`;

test('a trace is taken as it is', () => {
  expect(readTrace(parent, 'congo=t61rcWkgMzE, rojo=1')).toEqual({ parent, state: 'congo=t61rcWkgMzE,rojo=1' });
  expect(readTrace(parent, undefined)).toEqual({ parent });
});

test('a later version is read as the first', () => {
  expect(readTrace(`cc-${ids}-01-what-the-future-brings`, undefined)).toEqual({ parent });
});

test('what is malformed is ignored', () => {
  for (const wrong of [
    undefined,
    '',
    `ff-${ids}-01`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    `00-${ids.toUpperCase()}-01`,
    `00-${ids}-01-more`,
    `00-${ids}`,
    'x'.repeat(10_000),
  ])
    expect(readTrace(wrong, 'a=1')).toBeUndefined();
  for (const wrong of ['nothing', 'a=1,b', 'A=1', `a=${'x'.repeat(600)}`])
    expect(readTrace(parent, wrong)).toEqual({ parent });
});
