import { evaluateNode, Problem, portName, templateVariables, type JsonValue } from '@jacquard/node-kit';
import type { MathNode } from 'mathjs';

const longestExpression = 1000;

/**
 * Calculates an expression with `{{variables}}`. mathjs parses it; the tree is then walked by our own code, which knows
 * numbers, operators and a list of functions, so that nothing of mathjs runs on a stranger's text. Throws
 * `expression-not-valid`, `expression-without-value` (a variable without a number) and `result-not-finite`.
 */
export async function calculate(expression: string, values: Readonly<Record<string, JsonValue>>): Promise<number> {
  const { plain, names } = plainExpression(expression);
  const numbers = new Map([...names].map(([name, symbol]) => [symbol, numberOf(name, values[name])]));
  const result = evaluateNode(await parseExpression(plain, expression), numbers, (fault) => invalid(expression, fault));
  if (!Number.isFinite(result)) throw new Problem('result-not-finite', { expression });
  return result;
}

/**
 * The expression with symbols (`v_0`, `v_1`, …) in the place of its variables, and the symbol of each. Throws `expression-not-valid` for
 * one that is too long.
 */
export function plainExpression(expression: string): {
  readonly plain: string;
  readonly names: ReadonlyMap<string, string>;
} {
  if (expression.length > longestExpression) throw invalid(expression, 'length');
  const names = new Map(templateVariables(expression).map((name, index) => [name, `v_${index}`]));
  const plain = expression.replaceAll(/\{\{[ \t]*([^{}]{1,64}?)[ \t]*\}\}/gu, (whole: string, name: string) => {
    const symbol = names.get(portName(name));
    return symbol === undefined ? whole : `(${symbol})`;
  });
  return { plain, names };
}

/** The tree that mathjs reads out of a plain expression. Throws `expression-not-valid`. */
export async function parseExpression(plain: string, expression: string): Promise<MathNode> {
  const { parse } = await import('mathjs/number');
  try {
    return parse(plain);
  } catch (error) {
    throw invalid(expression, error instanceof Error ? error.message : String(error), error);
  }
}

function numberOf(name: string, value: JsonValue | undefined): number {
  if (typeof value !== 'number') throw new Problem('expression-without-value', { name });
  return value;
}

function invalid(expression: string, fault: string, cause?: unknown): Problem {
  return new Problem('expression-not-valid', { expression: expression.slice(0, 200), fault }, { cause });
}
