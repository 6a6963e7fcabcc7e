import { expect, test } from 'vitest';
import { findTables } from './find-tables.ts';
import { groupRows } from './group-rows.ts';
import type { FoundTable, Segment } from './page-layout.ts';

/** Draws lines: segments are set apart by two spaces or more, a letter is 5 points wide, a line 12 high, `~` half of it. */
function draw(picture: string): Segment[] {
  let baseline = 0;
  return picture
    .split('\n')
    .flatMap((line) => {
      baseline += line === '~' ? 6 : 12;
      return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
        text,
        left: index * 5,
        right: (index + text.length) * 5,
        baseline,
        size: 10,
        font: text === text.toUpperCase() && /[A-Z]/.test(text) ? 'bold' : 'plain',
        isMono: false,
      }));
    })
    .filter(({ text }) => text !== '~');
}

function tables(picture: string): FoundTable[] {
  return findTables(groupRows(draw(picture))).flatMap((part) => ('table' in part ? [part.table] : []));
}

test('columns below one another are a table; its header is set in a font of its own', () => {
  const [table] = tables(`
A sentence stands before the table.

DAY        HALL       OXHILL
Monday     closed     14 to 18
Tuesday    9 to 18               
Sunday                closed

And one after it.`);
  expect(table).toMatchObject({
    hasHeader: true,
    cells: [
      ['DAY', 'HALL', 'OXHILL'],
      ['Monday', 'closed', '14 to 18'],
      ['Tuesday', '9 to 18', ''],
      ['Sunday', '', 'closed'],
    ],
  });
});

test('a wrapped cell belongs to its row', () => {
  const [table] = tables(`
Book            three weeks     twice

~
Telescope and   ten days        none, but ask
thermal camera                  at the desk

~
Film            one week        once`);
  expect(table?.cells).toEqual([
    ['Book', 'three weeks', 'twice'],
    ['Telescope and thermal camera', 'ten days', 'none, but ask at the desk'],
    ['Film', 'one week', 'once'],
  ]);
});

test('words above figures are a header; prose and lists are no table', () => {
  const [table] = tables(`
Year    Loans    Visits
2023    1 200    30
2024    1 300    41`);
  expect(table?.hasHeader).toBe(true);
  expect(tables('A line of prose  with a gap\nand another line with  one\nthat stands elsewhere.')).toEqual([]);
  expect(tables('•   first of all\n•   second of all\n•   third')).toEqual([]);
});
