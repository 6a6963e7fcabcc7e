import { expect, test } from 'vitest';
import { writeFormatted } from './xlsx-number-format.ts';
import { signsOf } from './xlsx-signs.ts';

const show = (value: number, format: string, language?: string): string =>
  writeFormatted(value, format, signsOf(language), false).replaceAll('\u00a0', ' ');

test('numbers are written with their decimals, thousands and signs', () => {
  expect(show(9374, '#,##0', 'en')).toBe('9,374');
  expect(show(9374.5, '#,##0.00', 'fr')).toBe('9 374,50');
  expect(show(1_234_567.891, '#,##0.0', 'de')).toBe('1.234.567,9');
  expect(show(1234.5, '#,##0.00')).toBe('1234.50');
  expect(show(0.285, '0%', 'en')).toBe('29%');
  expect(show(0.285, '0.0%', 'en')).toBe('28.5%');
  expect(show(12.5, '0.##', 'en')).toBe('12.5');
  expect(show(12, '0.##', 'en')).toBe('12');
  expect(show(0.5, '#.00', 'en')).toBe('.50');
  expect(show(1_500_000, '0.0,,"M"', 'en')).toBe('1.5M');
  expect(show(12345.678, '0.00E+00', 'en')).toBe('1.23E+04');
  expect(show(-3.5, '#,##0.00 "€"', 'fr')).toBe('-3,50 €');
  expect(show(12.5, '[$€-40C] #,##0.00', 'fr')).toBe('€ 12,50');
  expect(show(-1234, '#,##0;[Red](#,##0)', 'en')).toBe('(1,234)');
  expect(show(-0.001, '0.0', 'en')).toBe('0.0');
});

test('zeros in front and signs between digits are kept: codes and telephone numbers', () => {
  expect(show(1000, '00000')).toBe('01000');
  expect(show(123_456_789, '0#" "##" "##" "##" "##')).toBe('01 23 45 67 89');
  expect(show(1_234_567, '000\\-000')).toBe('1234-567');
});

test('sections and conditions choose the form', () => {
  expect(show(0, '0.0;-0.0;"none"')).toBe('none');
  expect(show(1, '"yes";"yes";"no"')).toBe('yes');
  expect(show(1500, '[>=1000]0.0," k";0')).toBe('1.5 k');
  expect(show(5, '[>=1000]0.0," k";0')).toBe('5');
  expect(show(0, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 'en')).toBe('-');
  expect(show(7, ';;;')).toBe('');
});

test('without a format a number has eleven digits at most', () => {
  expect(show(0.1 + 0.2, 'General')).toBe('0.3');
  expect(show(1 / 3, 'General', 'fr')).toBe('0,3333333333');
  expect(show(12_345_678_901, 'General')).toBe('12345678901');
  expect(show(3, 'General" pieces"')).toBe('3 pieces');
});

test('dates and times are written in the form and language of the cell', () => {
  expect(show(45_304, 'D MMMM YYYY', 'en')).toBe('13 January 2024');
  expect(show(45_304, 'd mmmm yyyy', 'fr')).toBe('13 janvier 2024');
  expect(show(45_304, '[$-40C]dddd d mmmm yyyy;@', 'en')).toBe('samedi 13 janvier 2024');
  expect(show(45_304, 'mmm-yy', 'en')).toBe('Jan-24');
  expect(show(45_304, 'dd/mm/yyyy')).toBe('13/01/2024');
  expect(show(45_304.75, 'yyyy-mm-dd hh:mm:ss')).toBe('2024-01-13 18:00:00');
  expect(show(0.75, 'h:mm AM/PM')).toBe('6:00 PM');
  expect(show(1.5, '[h]:mm')).toBe('36:00');
  expect(show(0.000_020_833_3, 'mm:ss.0')).toBe('00:01.8');
  expect(show(1, 'yyyy-mm-dd')).toBe('1900-01-01');
  expect(show(61, 'yyyy-mm-dd')).toBe('1900-03-01');
  expect(show(-1, 'yyyy-mm-dd')).toBe('-1');
  expect(writeFormatted(0, 'yyyy-mm-dd', signsOf('en'), true)).toBe('1904-01-01');
});
