import { expect, test } from 'vitest';
import { readTickets, ticketsAsCsv } from './read-tickets.ts';

const read = (text: string) => readTickets(text, 'Text');

test('CSV with any separator, quoted line breaks and marks, is a table; its longest column is the text', () => {
  const table = read('date;message\r\n5 May;"Two\nlines; and ""quotes"""\r\n6 May;short\r\n');
  expect(table).toEqual({
    columns: ['date', 'message'],
    rows: [
      ['5 May', 'Two\nlines; and "quotes"'],
      ['6 May', 'short'],
    ],
    textColumn: 'message',
  });
});

test('cells of a spreadsheet are a table, and names that come twice are told apart', () => {
  expect(read('id\tid\n1\tIs it open?')).toMatchObject({ columns: ['id', 'id (2)'], textColumn: 'id (2)' });
});

test('lines with commas in them are tickets, not cells', () => {
  const text = 'I lost my card, what now?\nIs it open on Sunday, and when, please?\n\nMay I bring a dog?';
  expect(read(text)).toMatchObject({
    columns: ['Text'],
    rows: [[text.split('\n')[0]], [/./], [/./]].map(() => [expect.any(String)]),
  });
  expect(read('message\nMay I?\nWhen?')).toMatchObject({ columns: ['message'], rows: [['May I?'], ['When?']] });
});

test('nothing is no table, and an open quotation mark is said with its row', () => {
  expect(read(' \n')).toBeUndefined();
  expect(read('a,b\n1,2\n3,"never closed')).toEqual({ openQuote: 3 });
});

test('what is written for the flow reads the same again', () => {
  const table = {
    columns: ['n', 'q'],
    rows: [
      ['1', 'a "b", c\nd'],
      ['2', ''],
    ],
    textColumn: 'q',
  };
  expect(read(ticketsAsCsv(table))).toEqual(table);
});
