import type { FormatToken } from './xlsx-format-tokens.ts';
import type { NumberSigns } from './xlsx-signs.ts';

/** A number in a cell without a format: eleven digits at most, as spreadsheets show it. */
export function writeGeneral(value: number, { decimal }: NumberSigns): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 1e-9 && size > 0)) return value.toExponential().replace('.', decimal).replace('e', 'E');
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, Math.min(10, 11 - whole))))).replace('.', decimal);
}

/** A number with the places that its format has for digits; words of the format stand where they do there. */
export function writeNumber(value: number, tokens: readonly FormatToken[], signs: NumberSigns): string {
  if (tokens.some(({ kind }) => kind === 'slash')) return writeGeneral(value, signs);
  const first = tokens.findIndex(({ kind }) => kind === 'digit');
  const last = tokens.findLastIndex(({ kind }) => kind === 'digit');
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const exponent = tokens.findIndex(({ kind }) => kind === 'exponent');
  const ends = [point, exponent].filter((at) => at > first);
  const wholeEnd = Math.min(last + 1, ...ends);
  const whole = tokens.slice(first, wholeEnd);
  const decimals = point === -1 ? [] : digitsOf(tokens.slice(point, exponent > point ? exponent : last + 1));
  const scaled = scale(value, tokens, last);
  if (exponent !== -1) return sides(tokens, first, last, writeExponent(scaled, decimals, signs));
  const isGrouped = whole.some(({ kind }) => kind === 'comma') && signs.group !== '';
  const [integer = '0', fraction = ''] = round(Math.abs(scaled), Math.min(decimals.length, 30)).split('.');
  const written = `${writeWhole(integer, whole, isGrouped ? signs.group : '')}${writeFraction(fraction, decimals, signs)}`;
  const isNegative = scaled < 0 && /[1-9]/.test(written);
  return `${isNegative ? '-' : ''}${sides(tokens, first, last, written)}`;
}

/** Half is rounded up as it is written in decimal digits: 1.005 is 1.01, which its nearest binary number isn't. */
function round(size: number, decimals: number): string {
  const written = String(Number(size.toPrecision(15)));
  if (written.includes('e') || size >= 1e15) return size.toFixed(decimals);
  return Number(`${Math.round(Number(`${written}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

/** A percent multiplies; commas after the last digit divide by thousands. */
function scale(value: number, tokens: readonly FormatToken[], last: number): number {
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const thousands = tokens.slice(last + 1).findIndex(({ kind }) => kind !== 'comma');
  const commas = thousands === -1 ? tokens.length - last - 1 : thousands;
  // By way of decimal digits, so that 0.285 as a percent is 28.5 and not 28.499999999999996.
  return percents === 0 && commas === 0
    ? value
    : Number(`${Number(value.toPrecision(15))}e${percents * 2 - commas * 3}`);
}

function digitsOf(tokens: readonly FormatToken[]): string[] {
  return tokens.filter(({ kind }) => kind === 'digit').map(({ text }) => text);
}

/** Digits fill their places from the right; those that are left over stand before the first place. */
function writeWhole(integer: string, places: readonly FormatToken[], group: string): string {
  const digits = integer === '0' ? [] : integer.split('');
  if (places.every(({ kind }) => kind === 'digit' || kind === 'comma')) {
    const least = places.filter(({ text }) => text === '0').length;
    const padded = digits.join('').padStart(least, '0');
    return group === '' ? padded : padded.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  }
  const pieces: string[] = [];
  let left = places.filter(({ kind }) => kind === 'digit').length;
  for (const { kind, text } of places.toReversed()) {
    if (kind === 'digit') {
      left -= 1;
      pieces.push(
        left === 0 ? digits.join('') || (text === '0' ? '0' : '') : (digits.pop() ?? (text === '0' ? '0' : '')),
      );
      if (left === 0) digits.length = 0;
    } else if (kind !== 'comma') {
      pieces.push(text);
    }
  }
  return pieces.toReversed().join('');
}

/** `#` shows no zero at the end, `0` always does. */
function writeFraction(fraction: string, places: readonly string[], { decimal }: NumberSigns): string {
  let end = fraction.length;
  while (end > 0 && places[end - 1] !== '0' && fraction[end - 1] === '0') end -= 1;
  return end === 0 ? '' : `${decimal}${fraction.slice(0, end)}`;
}

function writeExponent(value: number, decimals: readonly string[], { decimal }: NumberSigns): string {
  const [digits = '0', power = '+0'] = value.toExponential(Math.min(decimals.length, 20)).split('e');
  return `${digits.replace('.', decimal)}E${power[0] ?? '+'}${power.slice(1).padStart(2, '0')}`;
}

/** What the format has on both sides of the digits. */
function sides(tokens: readonly FormatToken[], first: number, last: number, written: string): string {
  const words = (part: readonly FormatToken[]): string =>
    part.map(({ kind, text }) => (kind === 'literal' || kind === 'percent' ? text : '')).join('');
  return `${words(tokens.slice(0, first))}${written}${words(tokens.slice(last + 1))}`.trim();
}
