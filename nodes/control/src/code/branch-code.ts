import { portName, type JsonValue } from '@jacquard/node-kit';
import {
  callText,
  comparePart,
  listText,
  plainTextPart,
  refuseCode,
  stringText,
  wordOf,
  type CodeContext,
  type CodeInput,
  type CodeOutput,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { simpleComparison, wordsOf } from './simple-comparison.ts';

/** A comparison as an expression: an operator where the kinds are known, else a call. */
function comparisonText(context: CodeContext, left: CodeInput): string {
  const { input, literal, use } = context;
  const comparison = wordOf(context, 'comparison');
  const ignoresCase = literal('ignoreCase') !== false;
  const to = input('to');
  if (comparison === 'is-true') {
    const isTruth = left.kind.kind === 'boolean' && !left.mayBeAbsent;
    return isTruth ? left.text : callText(use(comparePart), [left.text, "'equals'", 'true']);
  }
  const simple = simpleComparison(context, left, comparison, { to, ignoresCase });
  if (simple !== undefined) return simple;
  return callText(use(comparePart), [
    left.text,
    stringText(comparison),
    to === undefined || to.literal === null ? undefined : to.text,
    ignoresCase ? undefined : 'false',
  ]);
}

/** What a branch looks at: the value, unless something else is wired to be looked at. */
function lookedAt({ input }: CodeContext): CodeInput {
  const value = input('value') ?? nothing;
  const compare = input('compare');
  if (compare === undefined || compare.text === 'undefined') return value;
  if (!compare.mayBeAbsent) return compare;
  const text = `${compare.text} === undefined ? ${value.text} : ${compare.text}`;
  return { text, kind: { kind: 'any' }, mayBeAbsent: false };
}

const nothing: CodeInput = { text: 'null', kind: { kind: 'any' }, mayBeAbsent: false, literal: null };

/** A condition: what hangs on its ways stands in an `if`. */
export const ifCode: NodeCode = {
  write(context) {
    return {
      value: comparisonText(context, lookedAt(context)),
      type: 'boolean',
      outputs: {
        yes: { text: (it) => it, when: (it) => it, passes: 'value' },
        otherwise: {
          text: (it) => it,
          when: (it, mayBeMissing) => (mayBeMissing ? `${it} === false` : `!${it}`),
          passes: 'value',
        },
      },
    };
  },
};

/** A comparison that holds or doesn't. */
export const compareCode: NodeCode = {
  write: (context) => ({ value: comparisonText(context, context.input('value') ?? nothing) }),
};

const firstFitPart: CodePart = {
  name: 'firstFit',
  source: `/** The first of the cases that fits; undefined where none does. */
function firstFit(value: Json, cases: string[], by: 'equals' | 'contains', ignoreCase = true): string | undefined {
  return cases.find((one) => compare(value, by, one, ignoreCase));
}`,
  uses: [comparePart],
};

const firstMatchPart: CodePart = {
  name: 'firstMatch',
  source: `/** The first of the patterns (RE2's syntax) that is found; undefined where none is. */
function firstMatch(value: Json, patterns: string[], ignoreCase = true): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return patterns.find((one) => RE2JS.compile(one, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0).test(text));
}`,
  imports: [{ module: 're2js', name: 'RE2JS' }],
  uses: [comparePart],
};

/** The way that a value goes, as the text of its case. */
export const switchCode: NodeCode = {
  write(context) {
    const { literal } = context;
    const cases = textsOf(literal('cases')).filter((one) => one !== '');
    const by = literal('by');
    const call = fitText(context, cases, by === 'contains' || by === 'pattern' ? by : 'equals');
    const otherwise = cases.includes('otherwise') ? '' : 'otherwise';
    const ways = [...cases, otherwise];
    const outputs = Object.fromEntries(
      ways.map((one): [string, CodeOutput] => {
        const name = one === otherwise ? 'otherwise' : portName(one);
        const same = ways.filter((other) => (other === otherwise ? 'otherwise' : portName(other)) === name);
        const when = (it: string): string => {
          const tests = same.map((way) => `${it} === ${stringText(way)}`);
          return tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' || ')})`;
        };
        return [name, { text: (it) => it, when, passes: 'value' }];
      }),
    );
    return { value: `${call} ?? ${stringText(otherwise)}`, type: 'string', outputs };
  },
};

function fitText(context: CodeContext, cases: readonly string[], by: 'contains' | 'pattern' | 'equals'): string {
  const { literal, use } = context;
  const ignoresCase = literal('ignoreCase') !== false;
  const seen = lookedAt(context);
  const list = listText(cases.map(stringText));
  const more = ignoresCase ? undefined : 'false';
  if (by === 'pattern') return callText(use(firstMatchPart), [seen.text, list, more]);
  const isPlain =
    !seen.mayBeAbsent &&
    (seen.kind.kind === 'text' || seen.kind.kind === 'choice') &&
    cases.every((one) => wordsOf(one, ignoresCase) === one);
  if (!isPlain) return callText(use(firstFitPart), [seen.text, list, stringText(by), more]);
  const plain = `${use(plainTextPart)}(${seen.text}${ignoresCase ? '' : ', false'})`;
  return `${list}.find((one) => ${by === 'contains' ? `${plain}.includes(one)` : `${plain} === one`})`;
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return refuseCode('cases');
  return value.map(String);
}
