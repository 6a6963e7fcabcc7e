import { Problem } from '@jacquard/flow';
import type { ConstantNode, MathNode, SymbolNode } from 'mathjs';
import { evaluateNode } from '../arithmetic/evaluate-node.ts';
import { plainFormula } from './plain-formula.ts';

const longestFormula = 500;
const mostVariables = 8;
const mostNodes = 400;
/** Odd numbers of both signs, small and large, at all of which two unlike formulas hardly meet. */
const probes = [0.618_034_1, 1.324_718_2, 2.584_983_3, -0.577_214_4, 4.669_201_5, -3.359_885_6] as const;
const closeness = 1e-9;

/** A formula that can be compared. */
export interface Formula {
  readonly node: MathNode;
  readonly variables: readonly string[];
  /** The numbers that stand in it, in order of size. */
  readonly numbers: readonly number[];
}

/**
 * Parses a formula by mathjs, which runs nothing of it; undefined for what is none, and for one of more than 500 characters, 400
 * parts or 8 variables. Numbers, operators and the functions of `evaluateNode` can be compared, nothing else.
 */
export async function parseFormula(text: string): Promise<Formula | undefined> {
  const plain = text.length > longestFormula ? '' : plainFormula(text);
  if (plain === '') return undefined;
  const { parse } = await import('mathjs/number');
  try {
    const formula = partsOf(parse(plain));
    if (formula !== undefined) valueOf(formula, 0);
    return formula;
  } catch {
    return undefined;
  }
}

function partsOf(node: MathNode): Formula | undefined {
  const variables = new Set<string>();
  const numbers: number[] = [];
  let nodes = 0;
  node.traverse((inner, path) => {
    nodes += 1;
    // boundary: `type` says which node it is, here and below
    if (inner.type === 'ConstantNode') numbers.push((inner as ConstantNode).value);
    if (inner.type === 'SymbolNode' && path !== 'fn') variables.add((inner as SymbolNode).name);
  });
  for (const constant of ['pi', 'e']) variables.delete(constant);
  if (nodes > mostNodes || variables.size > mostVariables) return undefined;
  return { node, variables: [...variables].sort(), numbers: numbers.toSorted((one, other) => one - other) };
}

/**
 * Whether two formulas have the same value wherever both have one: as numbers, or at several points for their variables.
 * `sameNumbers` also asks that the same numbers stand in both, as often: `(4 + 8) * 2` is then not `4 * 6`.
 */
export function areFormulasEqual(one: Formula, other: Formula, sameNumbers = false): boolean {
  if (sameNumbers && one.numbers.join(' ') !== other.numbers.join(' ')) return false;
  let compared = 0;
  for (const [shift] of probes.entries()) {
    const values = [valueOf(one, shift), valueOf(other, shift)] as const;
    const known = values.filter((value) => Number.isFinite(value));
    if (known.length === 1) return false;
    if (known.length === 0) continue;
    if (!areClose(values[0], values[1])) return false;
    compared += 1;
  }
  return compared > 0;
}

function valueOf({ node, variables }: Formula, shift: number): number {
  // A variable has the same value in both formulas: it hangs on its name alone.
  const numbers = new Map(variables.map((name) => [name, probes[(shift + sumOf(name)) % probes.length] ?? 1]));
  for (const name of variables) numbers.set(name, (numbers.get(name) ?? 1) + (sumOf(name) % 97) / 53);
  return evaluateNode(node, numbers, (fault) => new Problem('expression-not-valid', { expression: '', fault }));
}

function sumOf(name: string): number {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0) ?? 0;
  return sum;
}

function areClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= closeness * Math.max(1, Math.abs(one), Math.abs(other));
}
