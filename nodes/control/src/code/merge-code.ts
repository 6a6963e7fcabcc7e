import { listText, type CodeInput, type CodePart, type NodeCode } from '@jacquard/node-kit/code';

const firstPart: CodePart = {
  name: 'firstOf',
  source: `function firstOf<T>(values: T[]): T {
  const [first] = values;
  if (first === undefined) throw new Error('Nothing arrived to go on with.');
  return first;
}`,
};

/** The first value that arrived: `a ?? b`. */
export const mergeCode: NodeCode = {
  copesWithNothing: true,
  write({ input, use }) {
    const values = input('values');
    if (values === undefined) return { value: 'undefined' };
    if (values.items === undefined) {
      const first = `${use(firstPart)}(${values.text})`;
      return { value: values.mayBeAbsent ? `${values.text} === undefined ? undefined : ${first}` : first };
    }
    const sure = values.items.findIndex(({ mayBeAbsent }) => !mayBeAbsent);
    const items = (sure === -1 ? values.items : values.items.slice(0, sure + 1)).filter(
      ({ text }) => text !== 'undefined',
    );
    const [only] = items;
    if (only === undefined) return { value: 'undefined' };
    if (items.length === 1) return { value: only.text };
    if (items.slice(0, -1).some(mayBeNull)) {
      const list = listText(items.map(({ text }) => text));
      const arrived = '((one) => one !== undefined)';
      return { value: sure === -1 ? `${list}.find${arrived}` : `${use(firstPart)}(${list}.filter${arrived})` };
    }
    return { value: items.map(({ text }) => text).join(' ?? ') };
  },
};

/** `??` would take a `null` that arrived for nothing. */
function mayBeNull({ kind }: CodeInput): boolean {
  return kind.kind === 'json' || kind.kind === 'any' || kind.kind === 'variable';
}
