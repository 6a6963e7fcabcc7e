import { stripVTControlCharacters } from 'node:util';

/** A text that somebody else wrote, as it may be printed: it must not steer the terminal. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?![\n\t])\p{Cc}/gu, '');
}

/** The same for a name: it stays on its line, and reads in one direction. */
export function plainName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}
