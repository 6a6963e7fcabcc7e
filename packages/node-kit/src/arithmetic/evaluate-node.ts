import type { Problem } from '@jacquard/flow';
import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';

type Numbers = ReadonlyMap<string, number>;
type Refuse = (fault: string) => Problem;

const operators: Readonly<Record<string, (one: number, other: number) => number>> = {
  add: (one, other) => one + other,
  subtract: (one, other) => one - other,
  multiply: (one, other) => one * other,
  divide: (one, other) => one / other,
  pow: (one, other) => one ** other,
  mod: (one, other) => modulo(one, other),
  unaryMinus: (one) => -one,
  unaryPlus: (one) => one,
};

const functions: Readonly<Record<string, (...values: readonly number[]) => number>> = {
  abs: (value = Number.NaN) => Math.abs(value),
  cbrt: (value = Number.NaN) => Math.cbrt(value),
  ceil: (value = Number.NaN) => Math.ceil(value),
  cos: (value = Number.NaN) => Math.cos(value),
  exp: (value = Number.NaN) => Math.exp(value),
  floor: (value = Number.NaN) => Math.floor(value),
  log: (value = Number.NaN, base = Math.E) => Math.log(value) / Math.log(base),
  log10: (value = Number.NaN) => Math.log10(value),
  log2: (value = Number.NaN) => Math.log2(value),
  max: (...values) => (values.length === 0 ? Number.NaN : Math.max(...values)),
  min: (...values) => (values.length === 0 ? Number.NaN : Math.min(...values)),
  mod: (one = Number.NaN, other = Number.NaN) => modulo(one, other),
  pow: (one = Number.NaN, other = Number.NaN) => one ** other,
  round: (value = Number.NaN, digits = 0) => round(value, digits),
  sign: (value = Number.NaN) => Math.sign(value),
  sin: (value = Number.NaN) => Math.sin(value),
  sqrt: (value = Number.NaN) => Math.sqrt(value),
  tan: (value = Number.NaN) => Math.tan(value),
};

const constants: Numbers = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** Walks a parsed expression. What isn't a number, a known operator or a listed function is refused by its name. */
export function evaluateNode(node: MathNode, numbers: Numbers, refuse: Refuse): number {
  const evaluate = (inner: MathNode): number => evaluateNode(inner, numbers, refuse);
  switch (node.type) {
    case 'ConstantNode':
      return constantOf(node as ConstantNode, refuse); // boundary: `type` says which node it is, here and below
    case 'ParenthesisNode':
      return evaluate((node as ParenthesisNode).content);
    case 'SymbolNode':
      return symbolOf(node as SymbolNode, numbers, refuse);
    case 'OperatorNode': {
      const { fn, op, args } = node as OperatorNode;
      const operator = Object.hasOwn(operators, fn) ? operators[fn] : undefined;
      if (!operator) throw refuse(op);
      const [one = Number.NaN, other = Number.NaN] = args.map(evaluate);
      return operator(one, other);
    }
    case 'FunctionNode': {
      const { fn, args } = node as FunctionNode & { fn: { name?: string } };
      const name = fn.name ?? '';
      const call = Object.hasOwn(functions, name) ? functions[name] : undefined;
      if (!call) throw refuse(name);
      return call(...args.map(evaluate));
    }
    default:
      throw refuse(node.type.replace(/Node$/, ''));
  }
}

function constantOf({ value }: ConstantNode, refuse: Refuse): number {
  if (typeof value !== 'number') throw refuse(String(value));
  return value;
}

function symbolOf({ name }: SymbolNode, numbers: Numbers, refuse: Refuse): number {
  const value = numbers.get(name) ?? constants.get(name);
  if (value === undefined) throw refuse(name);
  return value;
}

/** With the sign of the divisor, as people count hours and days. */
function modulo(one: number, other: number): number {
  return one - other * Math.floor(one / other);
}

/** Half away from zero, on the decimal digits that are seen. */
function round(value: number, digits: number): number {
  const places = Math.max(0, Math.min(15, Math.trunc(digits)));
  const shifted = Number(`${Math.abs(value).toExponential().replace(/e.*/, '')}e${exponentOf(value) + places}`);
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${places}`);
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split('e')[1] ?? 0);
}
