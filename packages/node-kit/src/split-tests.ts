import type { CodeTest } from './sandbox-service.ts';

const longestName = 80;

/**
 * Tests as a person writes them: paragraphs, each a test; a paragraph whose every line begins with `assert` or `assertEquals` holds one a
 * line. A test is called by its first line.
 */
export function splitTests(text: string): readonly CodeTest[] {
  return text
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/gu, ''))
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => {
      const lines = paragraph.split('\n');
      return lines.every((line) => /^assert(?:Equals)?\b/u.test(line)) ? lines : [paragraph];
    })
    .map((code) => ({ name: nameOf(code), code }));
}

function nameOf(code: string): string {
  const [first = ''] = code.split('\n');
  const words = first.replace(/^(?:#|\/\/)\s*/u, '').trim();
  return words.length > longestName ? `${words.slice(0, longestName - 1)}…` : words;
}
