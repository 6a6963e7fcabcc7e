import { expect, test } from 'vitest';
import { createDocumentText } from './create-document-text.ts';
import { defaultReadLimits } from './read-limits.ts';

test('blocks stand where they say, a blank line between them, with page and confidence', () => {
  const document = createDocumentText(defaultReadLimits);
  document.setPage(1);
  document.addHeading(' Opening\n hours ', 2);
  document.addParagraph('');
  document.addParagraph('Monday\u00a0to   Friday,\r\n\r\nten to\u200b five.\u0000');
  document.setPage(2);
  document.setScanned(0.8);
  document.addListItem('closed in Au\u00adgust');
  document.addCode('\nif (x)\n\n  y()  \n');
  const { text, blocks } = document.finish();
  expect(text).toBe('Opening hours\n\nMonday to Friday,\nten to five.\n\nclosed in August\n\nif (x)\n\n  y()');
  expect(blocks.map(({ start, end, ...rest }) => [text.slice(start, end), rest])).toEqual([
    ['Opening hours', { kind: 'heading', level: 2, page: 1 }],
    ['Monday to Friday,\nten to five.', { kind: 'paragraph', page: 1 }],
    ['closed in August', { kind: 'list-item', page: 2, scanned: 0.8 }],
    ['if (x)\n\n  y()', { kind: 'code', page: 2, scanned: 0.8 }],
  ]);
});

test('a table has a line a row; rows know their place and number, empty ones are left out', () => {
  const document = createDocumentText(defaultReadLimits);
  document.addParagraph('Fees');
  document.addTable({
    name: 'Sheet 1',
    header: ['Who', 'Fee'],
    rows: [
      { cells: ['adults', '12|€'], number: 2 },
      { cells: ['', ' '], number: 3 },
      { cells: ['children', ''], number: 4 },
    ],
  });
  const { text, blocks } = document.finish();
  expect(text).toBe('Fees\n\nWho | Fee\nadults | 12¦€\nchildren');
  const block = blocks[1];
  expect(text.slice(block?.start, block?.end)).toBe('Who | Fee\nadults | 12¦€\nchildren');
  expect(block?.table?.header).toEqual(['Who', 'Fee']);
  expect(block?.table?.rows.map(([from, to, number]) => [text.slice(from, to), number])).toEqual([
    ['adults | 12¦€', 2],
    ['children', 4],
  ]);
});

test('an empty table adds nothing, and what comes after it stands right', () => {
  const document = createDocumentText(defaultReadLimits);
  document.addParagraph('a');
  document.addTable({ header: [], rows: [{ cells: [''], number: 1 }] });
  document.addParagraph('b');
  const { text, blocks } = document.finish();
  expect(text).toBe('a\n\nb');
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'b']);
});

test('limits hold for text, blocks and cells', () => {
  const limits = { ...defaultReadLimits, characters: 10, blocks: 2, cells: 3 };
  expect(() => createDocumentText(limits).addParagraph('longer than ten')).toThrow(
    /document-too-large.*"document-text"/,
  );
  const rows = (function* () {
    for (let number = 1; ; number += 1) yield { cells: ['1'], number };
  })();
  expect(() => createDocumentText(limits).addTable({ header: [], rows })).toThrow(/"document-cells","limit":3/);
  const document = createDocumentText(limits);
  document.addParagraph('a');
  document.addParagraph('b');
  expect(() => document.addParagraph('c')).toThrow(/"document-blocks"/);
});
