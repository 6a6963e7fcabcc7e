import { compilePattern, requireSearchable } from '../pattern.ts';
import type { Extraction } from './extraction.ts';
import { findBoxed } from './find-boxed.ts';
import { findCode } from './find-code.ts';
import { findJsonField } from './find-json-field.ts';
import { findLetter } from './find-letter.ts';
import { findMarked } from './find-marked.ts';
import { lastNumberIn } from './written-numbers.ts';

/** A model that writes on and on says its last word at the end. */
const longestRead = 200_000;
const mostMatches = 10_000;

/**
 * Reads the answer out of a model's text; undefined where nothing of that form stands in it. Where a form stands several times, the
 * last one counts, since a model that reasons ends with its answer. Throws `pattern-not-valid`, `pattern-too-long`.
 */
export async function extractAnswer(text: string, how: Extraction): Promise<string | undefined> {
  const read = text.length > longestRead ? text.slice(-longestRead) : text;
  const found = await find(read, how);
  const answer = found?.trim();
  return answer === '' ? undefined : answer;
}

async function find(text: string, how: Extraction): Promise<string | undefined> {
  switch (how.kind) {
    case 'whole':
      return text;
    case 'final':
      return findMarked(text) ?? findBoxed(text) ?? lastLineOf(text);
    case 'number':
      return lastNumberIn(text);
    case 'marker':
      return findMarked(text, how.marker);
    case 'boxed':
      return findBoxed(text);
    case 'letter':
      return findLetter(text, how.letters);
    case 'json':
      return findJsonField(text, how.path);
    case 'code':
      return findCode(text, how.language);
    default:
      return findMatch(text, how.pattern ?? '');
  }
}

function lastLineOf(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '');
}

async function findMatch(text: string, pattern: string): Promise<string | undefined> {
  requireSearchable(text);
  const compiled = await compilePattern(pattern);
  const matcher = compiled.matcher(text);
  const group = compiled.groupCount() === 0 ? 0 : 1;
  let last: string | undefined;
  for (let matches = 0; matches < mostMatches && matcher.find(); matches++) last = matcher.group(group) ?? last;
  return last;
}
