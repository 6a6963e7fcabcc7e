/**
 * A value as JSON on one line, exactly: control characters that JSON leaves as they are (C1, DEL) are escaped, so that it steers no
 * terminal and yet says the same.
 */
export function jsonLine(value: unknown): string {
  const written = JSON.stringify(value).replaceAll(
    /[\u007F-\u009F]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${written}\n`;
}
