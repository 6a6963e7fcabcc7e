// Controls, soft hyphens, zero-width spaces, bidirectional marks, tags: nobody sees them. Joiners shape letters, and stay.
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const spaces = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Text of one line: what can't be seen is dropped, every run of spaces and line breaks is one space. NFC, well-formed. */
export function cleanLine(text: string): string {
  return cleanLines(text).replaceAll('\n', ' ');
}

/** Text that keeps its line breaks, but no blank lines and no spaces at the ends of lines. */
export function cleanLines(text: string): string {
  return visible(text)
    .replaceAll(spaces, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** Text whose spaces matter (code): line ends are trimmed, blank lines at its own ends dropped. */
export function cleanCode(text: string): string {
  return visible(text)
    .replaceAll(/[^\S\n]+$/gm, '')
    .replaceAll(/^\n+|\n+$/g, '');
}

function visible(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(unseen, '')
    .toWellFormed()
    .normalize('NFC');
}
