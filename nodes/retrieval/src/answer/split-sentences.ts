/** A part of a text: `text.slice(start, end)`, in UTF-16 code units, without space at its ends. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A mark that ends a sentence, what closes after it, and the space behind. */
const sentenceEnd = /[.!?…]+["'”’»)\]]*(?:\s*»)?(?=\s)/gu;

/** Words with a point of their own. Months and days are cut only with a capital, and stand before figures. */
const abbreviation =
  /(?:^|[\s(«“"'’])(?:(?:mr|mrs|ms|dr|prof|st|ste|vs|etc|cf|no|nos|art|fig|approx|dept|ext|tel|tél|p|pp|vol|min|max|env|av|bd|e\.g|i\.e|a\.m|p\.m|m|mm|mme|mlle|me|pr)|\p{Lu})\.$/iu;

/** What begins a sentence: a capital, a figure, an opening mark or a bullet. */
const beginning = /^["'“‘«([\s]*[\p{Lu}\p{N}•–—-]/u;

/**
 * The sentences of a text. Line breaks within a paragraph are space, unless the line was ended early or the next begins
 * a list; blank lines always part. Points of abbreviations (`Dr`, `M.`, `p. 4`), initials and figures part nothing.
 */
export function splitSentences(text: string): TextSpan[] {
  return linesOf(text).flatMap((line) => sentencesOf(text, line));
}

function sentencesOf(text: string, { start, end }: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  const line = text.slice(start, end);
  let from = 0;
  for (const match of line.matchAll(sentenceEnd)) {
    const until = match.index + match[0].length;
    if (!endsSentence(line.slice(from, until), line.slice(until))) continue;
    spans.push(trimmed(text, start + from, start + until));
    from = until;
  }
  spans.push(trimmed(text, start + from, end));
  return spans.filter((span) => span.end > span.start);
}

function endsSentence(before: string, after: string): boolean {
  if (!beginning.test(after.trimStart())) return false;
  return !(before.endsWith('.') && abbreviation.test(before));
}

/** Runs of lines that belong together. */
function linesOf(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  let position = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const end = position + line.length;
    const next = lines[index + 1]?.trim() ?? '';
    position = end + 1;
    if (next !== '' && line.trim() !== '' && continues(line.trim(), next)) continue;
    spans.push(trimmed(text, start, end));
    start = position;
  }
  return spans.filter((span) => span.end > span.start);
}

const shortLine = 45;

function continues(line: string, next: string): boolean {
  if (/[.!?…:;]$/u.test(line)) return !/^[•–—*-]\s|^\d+[.)]\s/u.test(next) && !/[:;]$/u.test(line);
  if (/^[•–—*-]\s|^\d+[.)]\s/u.test(next) || line.includes(' | ') || next.includes(' | ')) return false;
  return line.length >= shortLine || /^\p{Ll}/u.test(next);
}

function trimmed(text: string, start: number, end: number): TextSpan {
  const part = text.slice(start, end);
  return { start: start + (part.length - part.trimStart().length), end: end - (part.length - part.trimEnd().length) };
}
