import { isJsonObject, templateVariables, type JsonValue } from '@jacquard/node-kit';
import { refuseCode, wordOf, type CodeContext, type CodePart, type NodeCode } from '@jacquard/node-kit/code';
import { plainExpression, parseExpression } from '../calculate.ts';

const finitePart: CodePart = {
  name: 'finite',
  source: `function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error('The result is no finite number.');
  return value;
}`,
};

const moduloPart: CodePart = {
  name: 'modulo',
  source: `/** With the sign of the divisor, as people count hours and days. */
function modulo(one: number, other: number): number {
  return one - other * Math.floor(one / other);
}`,
};

const roundPart: CodePart = {
  name: 'round',
  source: `/** Half away from zero, on the decimal digits that are seen. */
function round(value: number, digits = 0): number {
  const places = Math.max(0, Math.min(15, Math.trunc(digits)));
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const shifted = Number(\`\${mantissa}e\${Number(exponent) + places}\`);
  return Math.sign(value) * Number(\`\${Math.round(shifted)}e-\${places}\`);
}`,
};

const signs: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '**',
};

const ofMath = new Set('abs cbrt ceil cos exp floor log10 log2 max min pow sign sin sqrt tan'.split(' '));

/** An expression as one of the language: parsed here, and written anew from what was understood. */
export const arithmeticCode: NodeCode = {
  async write(context) {
    const expression = wordOf(context, 'expression');
    const { plain } = plainExpression(expression);
    const tree: unknown = JSON.parse(JSON.stringify(await parseExpression(plain, expression)));
    const names = templateVariables(expression);
    const write = (node: JsonValue | undefined): string => nodeText(context, names, node);
    const text = write(tree as JsonValue); // boundary: mathjs writes its trees as JSON
    return { value: `${context.use(finitePart)}(${stripped(text)})` };
  },
};

function stripped(text: string): string {
  return /^\([^()]*\)$/u.test(text) ? text.slice(1, -1) : text;
}

function nodeText(context: CodeContext, names: readonly string[], node: JsonValue | undefined): string {
  if (!isJsonObject(node)) return refuseCode('expression');
  const args = Array.isArray(node['args']) ? (node['args'] as readonly JsonValue[]) : []; // boundary: a list of trees
  const write = (inner: JsonValue | undefined): string => nodeText(context, names, inner);
  const written = args.map(write);
  switch (node['mathjs']) {
    case 'ConstantNode':
      return typeof node['value'] === 'number' ? String(node['value']) : refuseCode('expression');
    case 'ParenthesisNode':
      return write(node['content']);
    case 'SymbolNode':
      return symbolText(context, names, node['name']);
    case 'OperatorNode':
      return operatorText(context, node['fn'], written);
    case 'FunctionNode':
      return functionText(context, nameOf(node['fn']), written);
    default:
      return refuseCode('expression');
  }
}

function nameOf(fn: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(fn) ? fn['name'] : fn;
}

function symbolText({ extra }: CodeContext, names: readonly string[], name: JsonValue | undefined): string {
  if (name === 'pi') return 'Math.PI';
  if (name === 'e') return 'Math.E';
  const place = typeof name === 'string' ? /^v_(\d+)$/u.exec(name)?.[1] : undefined;
  const value = place === undefined ? undefined : extra.get(names[Number(place)] ?? '');
  return value === undefined || value.mayBeAbsent
    ? refuseCode('expression')
    : value.text.startsWith('-')
      ? `(${value.text})`
      : value.text;
}

function operatorText({ use }: CodeContext, fn: JsonValue | undefined, args: readonly string[]): string {
  const [one = '', other = ''] = args;
  if (fn === 'unaryMinus') return `(-${one})`;
  if (fn === 'unaryPlus') return one;
  if (fn === 'mod') return `${use(moduloPart)}(${one}, ${other})`;
  const sign = typeof fn === 'string' && Object.hasOwn(signs, fn) ? signs[fn] : undefined;
  return sign === undefined ? refuseCode('expression') : `(${one} ${sign} ${other})`;
}

function functionText({ use }: CodeContext, name: JsonValue | undefined, args: readonly string[]): string {
  const list = args.map(stripped).join(', ');
  if (args.length === 0 || typeof name !== 'string') return refuseCode('expression');
  if (name === 'round') return `${use(roundPart)}(${list})`;
  if (name === 'mod') return `${use(moduloPart)}(${list})`;
  const [value = '', base = 'Math.E'] = args;
  if (name === 'log') return `(Math.log(${value}) / Math.log(${base}))`;
  return ofMath.has(name) ? `Math.${name}(${list})` : refuseCode('expression');
}
