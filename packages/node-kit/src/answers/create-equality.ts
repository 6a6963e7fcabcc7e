import { Problem } from '@jacquard/flow';
import { areFormulasEqual, parseFormula } from './algebra.ts';
import type { Equality, EqualityMeans, EqualityRule } from './equality.ts';
import { judgeSame } from './judge-same.ts';
import { normaliseAnswer } from './normalise-answer.ts';
import { wordOverlap } from './word-overlap.ts';
import { numbersIn } from './written-numbers.ts';

/** Beyond the last digits of a calculation. */
const rounding = 1e-9;
const usualThreshold = { embedding: 0.85, overlap: 0.6 } as const;

/**
 * The equality of a rule. What it learns of an answer (its vector, its formula, its test results) it keeps for the next comparison.
 * Throws `equality-without-embeddings`, `-judge`, `-tests` where the rule's means weren't given.
 */
export function createEquality(rule: EqualityRule, means: EqualityMeans): Equality {
  switch (rule.kind) {
    case 'exact':
      return async (one, other) => one === other;
    case 'normalised':
      return async (one, other) => normaliseAnswer(one) === normaliseAnswer(other);
    case 'numeric':
      return async (one, other) => areNumbersEqual(one, other, rule.tolerance ?? 0);
    case 'algebraic':
      return algebraic(rule.sameNumbers);
    case 'overlap': {
      const least = rule.threshold ?? usualThreshold.overlap;
      return async (one, other) => wordOverlap(one, other) >= least;
    }
    case 'embedding':
      return byMeaning(rule.threshold ?? usualThreshold.embedding, means);
    case 'tests':
      return byTests(means);
    default:
      return byJudge(means);
  }
}

/** All numbers of both, in order, or of an equation what it comes to; texts without any, normalised. */
function areNumbersEqual(one: string, other: string, tolerance: number): boolean {
  const [numbers, others] = [numbersIn(resultOf(one)), numbersIn(resultOf(other))];
  if (numbers.length === 0 && others.length === 0) return normaliseAnswer(one) === normaliseAnswer(other);
  return (
    numbers.length === others.length &&
    numbers.every((number, index) => {
      const second = others[index] ?? Number.NaN;
      return Math.abs(number - second) <= tolerance + rounding * Math.max(1, Math.abs(number), Math.abs(second));
    })
  );
}

function resultOf(answer: string): string {
  return answer.slice(answer.lastIndexOf('=') + 1);
}

function algebraic(sameNumbers = false): Equality {
  const formulaOf = remembering(parseFormula);
  return async (one, other) => {
    if (normaliseAnswer(one) === normaliseAnswer(other)) return true;
    const [formula, second] = await Promise.all([formulaOf(one), formulaOf(other)]);
    return formula !== undefined && second !== undefined && areFormulasEqual(formula, second, sameNumbers);
  };
}

function byMeaning(least: number, { embeddings, signal }: EqualityMeans): Equality {
  if (!embeddings) throw new Problem('equality-without-embeddings');
  const vectorOf = remembering((answer: string) => embeddings.embedQuery(answer, signal));
  return async (one, other) => {
    const [vector, second] = await Promise.all([vectorOf(one), vectorOf(other)]);
    return vector.reduce((sum, value, axis) => sum + value * (second[axis] ?? 0), 0) >= least;
  };
}

/** The same tests pass, and the others fail in the same words. */
function byTests({ runTests }: EqualityMeans): Equality {
  if (!runTests) throw new Problem('equality-without-tests');
  const resultsOf = remembering(async (answer) =>
    (await runTests(answer)).map(({ outcome, message = '' }) => `${outcome} ${message}`).join('\n'),
  );
  return async (one, other) => {
    const [results, others] = await Promise.all([resultsOf(one), resultsOf(other)]);
    return results === others;
  };
}

function byJudge({ judge, question = '', maxTokens, signal }: EqualityMeans): Equality {
  if (!judge) throw new Problem('equality-without-judge');
  let asked = 0;
  return (one, other) => {
    asked += 1;
    return judgeSame(judge, { question, one, other }, { name: `compare ${asked}`, maxTokens, signal });
  };
}

function remembering<Value>(learn: (answer: string) => Promise<Value>): (answer: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (answer) => {
    const learnt = known.get(answer) ?? learn(answer);
    known.set(answer, learnt);
    return learnt;
  };
}
