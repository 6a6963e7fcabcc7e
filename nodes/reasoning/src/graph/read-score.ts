import { isJsonObject, Problem, type JsonValue, type Score } from '@jacquard/node-kit';

const longestShown = 200;

/** What code gave, as a score: a number, true or false, or `{value, solved, verdict}`. Throws `score-not-valid` for anything else. */
export function readScore(given: JsonValue | undefined): Score {
  if (typeof given === 'boolean') return { value: Number(given) };
  if (typeof given === 'number') return { value: given };
  if (!isJsonObject(given)) throw notValid(given);
  const { value, solved, verdict } = given;
  if (typeof value !== 'number' && typeof value !== 'boolean') throw notValid(given);
  return {
    value: Number(value),
    isSolved: solved === true,
    ...(verdict !== undefined && verdict !== null && { verdict: wordsOf(verdict).slice(0, 1000) }),
  };
}

function wordsOf(verdict: JsonValue): string {
  return typeof verdict === 'string' ? verdict : JSON.stringify(verdict);
}

function notValid(given: JsonValue | undefined): Problem {
  return new Problem('score-not-valid', { given: (JSON.stringify(given) ?? 'null').slice(0, longestShown) });
}
