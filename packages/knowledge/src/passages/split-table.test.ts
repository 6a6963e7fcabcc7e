import { expect, test } from 'vitest';
import type { TableBlock } from './group-blocks.ts';
import { splitTable } from './split-table.ts';

/** A table as reading writes it: a line a row, the header first. */
function tableOf(header: readonly string[], rows: readonly (readonly string[])[], name?: string) {
  const before = 'Some text.\n\n';
  let text = before + header.join(' | ');
  const places = rows.map((cells, index): [number, number, number] => {
    const start = text.length + 1;
    text += `\n${cells.join(' | ')}`;
    return [start, text.length, index + 2];
  });
  const table = { ...(name !== undefined && { name }), header: [...header], rows: places };
  const block: TableBlock = { kind: 'table', start: before.length, end: text.length, table };
  return { text, block };
}
const people = Array.from({ length: 40 }, (_, index) => [`Person ${index}`, `${index} books`]);

test('each part repeats name and header, holds whole rows, and says which', () => {
  const { text, block } = tableOf(['Name', 'Loans'], people, 'Members');
  const parts = [...splitTable(text, block, [], 200)];
  expect(parts[0]?.content).toMatch(/^Members\nName \| Loans\nPerson 0 \| 0 books\nPerson 1 \| 1 books\n/);
  expect(parts.every(({ content }) => content.startsWith('Members\nName | Loans\n') && content.length <= 200)).toBe(
    true,
  );
  for (const { content, start, end } of parts) expect(content.endsWith(text.slice(start, end))).toBe(true);
  expect(parts.reduce((sum, { table }) => sum + table.count, 0)).toBe(40);
  expect(parts[1]?.table).toMatchObject({ name: 'Members', header: ['Name', 'Loans'], total: 40 });
  expect(parts.map(({ table }) => table.firstRow).slice(1)).toEqual(
    parts.map(({ table }) => table.lastRow + 1).slice(0, -1),
  );
});

test('a row that is longer than a part is cut between words, and counts once', () => {
  const { text, block } = tableOf(['Note'], [['short'], ['word '.repeat(100).trim()], ['last']]);
  const parts = [...splitTable(text, block, ['Remarks'], 200)];
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.every(({ content }) => content.startsWith('Remarks\nNote\n') && content.length <= 200)).toBe(true);
  expect(parts.map(({ table }) => table.count).reduce((sum, count) => sum + count)).toBe(3);
  expect(parts.slice(1, -1).every(({ table }) => table.firstRow === 3 && table.lastRow === 3)).toBe(true);
});

test('a header that is longer than a part leaves room for rows', () => {
  const header = Array.from({ length: 60 }, (_, index) => `Column ${index}`);
  const { text, block } = tableOf(header, [header.map(() => '1')]);
  const [first] = [...splitTable(text, block, [], 200)];
  expect(first?.content).toMatch(/^Column 0 \| [^\n]*…\n1 \| 1/);
  expect(first?.content.length).toBeLessThanOrEqual(200);
});
