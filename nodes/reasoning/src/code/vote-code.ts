import {
  callText,
  memberOutputs,
  refuseCode,
  tablePart,
  wordOf,
  type CodeContext,
  type CodePart,
  type NodeCode,
} from '@jacquard/node-kit/code';
import { extractionText, extractorText, writtenPart } from './extraction-parts.ts';

const normalisePart: CodePart = {
  name: 'normalise',
  source: String.raw`/** An answer without what people don't compare: capitals, articles, punctuation; what makes a number stays. */
function normalise(answer: string): string {
  const articles = ['a', 'an', 'the', 'le', 'la', 'les', 'un', 'une'];
  const folded = answer.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  const isOfNumber = (sign: string, text: string, place: number): boolean => {
    if (sign === '#' || sign === '%') return true;
    const isBeforeDigit = /\d/u.test(text[place + 1] ?? '');
    if (sign === '-') return isBeforeDigit && !/[\p{L}\p{N}]/u.test(text[place - 1] ?? '');
    return '.,/'.includes(sign) && isBeforeDigit && /\d/u.test(text[place - 1] ?? '');
  };
  const bare = folded
    .replaceAll(/(?<![\p{L}\p{N}])l['’](?=\p{L})/gu, '')
    .replaceAll(/\p{P}/gu, (sign: string, place: number, text: string) => (isOfNumber(sign, text, place) ? sign : ' '))
    .split(/\s+/u)
    .filter((word) => word !== '' && !articles.includes(word))
    .join(' ');
  return bare === '' ? folded : bare;
}`,
};

const normalisedPart: CodePart = {
  name: 'isSameText',
  source: String.raw`function isSameText(one: string, other: string): boolean {
  return normalise(one) === normalise(other);
}`,
  uses: [normalisePart],
};

const exactPart: CodePart = {
  name: 'isExactly',
  source: String.raw`function isExactly(one: string, other: string): boolean {
  return one === other;
}`,
};

const numericPart: CodePart = {
  name: 'isSameNumber',
  source: String.raw`/** All numbers of both, in order, or of an equation what it comes to; texts without any by their words. */
function isSameNumber(one: string, other: string, tolerance = 0): boolean {
  const [numbers, others] = [numbersIn(one), numbersIn(other)];
  if (numbers.length === 0 && others.length === 0) return isSameText(one, other);
  return (
    numbers.length === others.length &&
    numbers.every((number, index) => {
      const second = others[index] ?? Number.NaN;
      return Math.abs(number - second) <= tolerance + 1e-9 * Math.max(1, Math.abs(number), Math.abs(second));
    })
  );
}

function numbersIn(answer: string): number[] {
  const values = writtenNumbers(answer.slice(answer.lastIndexOf('=') + 1)).map((number) => {
    const [above = '', below] = number.split('/');
    return below === undefined ? valueOf(above) : valueOf(above) / valueOf(below);
  });
  return values.filter(Number.isFinite);
}

function valueOf(number: string): number {
  const bare = number.replaceAll(/[$€£¥]/gu, '').replaceAll('−', '-').trim();
  const digits = bare.replace(/^[-+]\s*/u, '').replaceAll(/[\s'’]/gu, '');
  return (bare.startsWith('-') ? -1 : 1) * Number(pointed(digits));
}

/** With a point for decimals and nothing between thousands: "1,234" is 1234, "0,125" and "1,5" hold a decimal comma. */
function pointed(digits: string): string {
  const signs: string[] = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return digits;
  if (new Set(signs).size === 2) {
    if (signs.indexOf(last) !== signs.length - 1) return digits;
    return digits.replaceAll(last === ',' ? '.' : ',', '').replace(',', '.');
  }
  if (signs.length > 1) return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replaceAll(/[.,]/g, '') : digits;
  if (last === '.' || !/^\d{1,3},\d{3}$/.test(digits) || digits.startsWith('0,')) return digits.replace(',', '.');
  return digits.replace(',', '');
}`,
  uses: [writtenPart, normalisedPart],
};

const votePart: CodePart = {
  name: 'vote',
  source: String.raw`/** Reads an answer out of each text; the one that most of them gave wins, at a tie the one that came first. */
function vote(
  texts: string[],
  read: (text: string) => string | undefined,
  isSame: (one: string, other: string) => boolean,
): { answer: string; share: number; votes: Table; samples: Table } {
  const groups: { answer: string; count: number }[] = [];
  const samples = texts.map((text) => {
    const answer = read(text) ?? null;
    const known = answer === null ? undefined : groups.find((one) => one.answer === answer || isSame(one.answer, answer));
    if (known !== undefined) known.count += 1;
    const group = known ?? (answer === null ? undefined : { answer, count: 1 });
    if (known === undefined && group !== undefined) groups.push(group);
    return { text, answer, group };
  });
  const chosen = groups.reduce((best, one) => (one.count > best.count ? one : best), groups[0] ?? { answer: '', count: 0 });
  if (chosen.count === 0) throw new Error('No answer stands in any of the texts.');
  const shareOf = (count: number): number => Number((count / texts.length).toPrecision(3));
  const ranked = groups.toSorted(
    (one, other) => Number(other === chosen) - Number(one === chosen) || other.count - one.count,
  );
  return {
    answer: chosen.answer,
    share: shareOf(chosen.count),
    votes: {
      columns: ['answer', 'votes', 'share'],
      rows: ranked.map(({ answer, count }) => ({ answer, votes: count, share: shareOf(count) })),
    },
    samples: {
      columns: ['sample', 'answer', 'agrees', 'text'],
      rows: samples.map(({ text, answer, group }, place) => ({ sample: place + 1, answer, agrees: group === chosen, text })),
    },
  };
}`,
  uses: [tablePart],
};

const rules: Readonly<Record<string, CodePart>> = {
  exact: exactPart,
  normalised: normalisedPart,
  numeric: numericPart,
};

/** The rule by which answers are the same, as a function of two texts. */
function equalityText(context: CodeContext): string {
  const kind = wordOf(context, 'equality');
  const part = Object.hasOwn(rules, kind) ? rules[kind] : undefined;
  if (part === undefined) return refuseCode('equality');
  const name = context.use(part);
  const tolerance = kind === 'numeric' ? context.input('tolerance') : undefined;
  const isPlain = tolerance === undefined || tolerance.literal === 0;
  return isPlain ? name : `(one, other) => ${name}(one, other, ${tolerance.text})`;
}

/** Answers that vote. */
export const voteCode: NodeCode = {
  write(context) {
    const texts = context.input('texts')?.text;
    return {
      value: callText(context.use(votePart), [texts, extractorText(context), equalityText(context)]),
      outputs: memberOutputs('answer', 'share', 'votes', 'samples'),
    };
  },
};

/** The answer that stands in a text. */
export const extractAnswerCode: NodeCode = {
  write(context) {
    const value = extractionText(context, context.input('text')?.text ?? "''");
    return {
      value,
      type: 'string | undefined',
      outputs: {
        answer: { text: (it) => it, mayBeUndefined: true },
        found: { text: (it) => `(${it} !== undefined)` },
      },
    };
  },
};
