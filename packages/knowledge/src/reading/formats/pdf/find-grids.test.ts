import { expect, test } from 'vitest';
import { findGrids } from './find-grids.ts';
import type { Rule } from './page-rules.ts';

function across(at: number, start: number, end: number): Rule {
  return { isAcross: true, at, start, end };
}

function down(at: number, start: number, end: number): Rule {
  return { isAcross: false, at, start, end };
}

/** The edges of a box. */
function box(left: number, top: number, right: number, bottom: number): Rule[] {
  return [across(top, left, right), across(bottom, left, right), down(left, top, bottom), down(right, top, bottom)];
}

test('lines through the whole table and borders of each cell make the same grid', () => {
  const grid = { xs: [50, 150, 300], ys: [100, 120, 140] };
  const lines = [...grid.ys.map((y) => across(y, 50, 300)), ...grid.xs.map((x) => down(x, 100, 140))];
  const cells = [
    box(50, 100, 150, 120),
    box(150, 100, 300, 120),
    box(50, 120, 150, 140),
    box(150, 120, 300, 140),
  ].flat();
  expect(findGrids(lines)).toEqual([grid]);
  expect(findGrids(cells)).toEqual([grid]);
});

test('two tables are two; underlines, a frame and the boxes of a drawing are none', () => {
  const table = (top: number): Rule[] => [
    ...[0, 20, 40].map((y) => across(top + y, 50, 300)),
    ...[50, 150, 300].map((x) => down(x, top, top + 40)),
  ];
  expect(findGrids([...table(100), ...table(300)])).toHaveLength(2);
  expect(findGrids([across(100, 50, 300), across(120, 50, 300), across(140, 50, 300)])).toEqual([]);
  expect(findGrids(box(50, 100, 300, 400))).toEqual([]);
  const drawing = [
    box(50, 100, 100, 130),
    box(90, 130, 200, 160),
    box(180, 110, 260, 140),
    box(100, 160, 130, 250),
  ].flat();
  expect(findGrids(drawing)).toEqual([]);
});
