/** Pixels of a letter of 12 px in the font of the page, by its shape. */
const shapes: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijlI’]/u, 3],
  [/[\s.,:;!'|]/u, 3.5],
  [/[frt()[\]/1]/u, 4.4],
  [/[“”"{}–-]/u, 5.5],
  [/[acksvxyz]/u, 6.65],
  [/[mw«»]/u, 10.2],
  [/[MW—…]/u, 11.8],
  [/\p{Lu}/u, 8.6],
];
const other = 7.2;
/** How much wider bold letters are. */
const boldness = 1.06;
const lineHeight = 17.4;
const betweenParagraphs = 12;
/** The border and padding on both sides. */
const sides = 26;
/** What stands above the first line, and is left free below the last. */
const above = 11;
const below = 13;

/**
 * How high a note of so many pixels' width must be to end just below its Markdown, in pixels: its words are put into lines
 * as the page does it. Lists and headings are not foreseen.
 */
export function noteHeight(text: string, width: number): number {
  const paragraphs = text.split(/\n{2,}/u);
  const lines = paragraphs.reduce((sum, paragraph) => sum + countLines(paragraph, width - sides), 0);
  return Math.ceil(above + lines * lineHeight + (paragraphs.length - 1) * betweenParagraphs + below);
}

function countLines(paragraph: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const [index, part] of paragraph.split('**').entries()) {
    // Breaks are allowed at a space, but not at one that doesn't break.
    for (const word of part.match(/[^ \n]+[ \n]?|[ \n]/gu) ?? []) {
      const width = widthOf(word.trimEnd()) * (index % 2 === 1 ? boldness : 1);
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      // A word that is longer than a line goes on in the next ones.
      lines += Math.floor(width / room);
      used += (width % room) + (/\s$/u.test(word) ? 3.4 : 0);
    }
  }
  return lines;
}

function widthOf(word: string): number {
  const read = word.replaceAll(/\\(?=[^\p{L}\p{N}\s])|(?<!\\)[`*]/gu, '');
  return Array.from(read).reduce(
    (sum, letter) => sum + (shapes.find(([letters]) => letters.test(letter))?.[1] ?? other),
    0,
  );
}
