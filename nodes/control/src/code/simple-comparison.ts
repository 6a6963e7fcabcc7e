import { comparedNumber, comparedText, type JsonValue } from '@jacquard/node-kit';
import { plainTextPart, stringText, type CodeContext, type CodeInput } from '@jacquard/node-kit/code';

const signs: Readonly<Record<string, string>> = {
  equals: '===',
  'not-equals': '!==',
  greater: '>',
  'at-least': '>=',
  less: '<',
  'at-most': '<=',
};

/** A comparison of which the kinds are known as the operator of the language that it comes to; undefined for others. */
export function simpleComparison(
  { use }: Pick<CodeContext, 'use'>,
  left: CodeInput,
  comparison: string,
  { to, ignoresCase }: { readonly to: CodeInput | undefined; readonly ignoresCase: boolean },
): string | undefined {
  if (left.mayBeAbsent || left.literal !== undefined) return undefined;
  const { kind, text } = left;
  if (comparison === 'is-empty' || comparison === 'is-not-empty') {
    const sign = comparison === 'is-empty' ? '===' : '!==';
    if (kind.kind === 'list' || kind.kind === 'messages') return `${text}.length ${sign} 0`;
    return isText(left) ? `${text}.trim() ${sign} ''` : undefined;
  }
  const sign = signs[comparison];
  if (kind.kind === 'number' && to?.kind.kind !== undefined && sign !== undefined) {
    const isNumber =
      typeof to.literal === 'number' || (to.kind.kind === 'number' && !to.mayBeAbsent && to.literal === undefined);
    return isNumber ? `${text} ${sign} ${to.text}` : undefined;
  }
  const words = wordsOf(to?.literal, ignoresCase);
  if (!isText(left) || words === undefined) return undefined;
  const plain = `${use(plainTextPart)}(${text}${ignoresCase ? '' : ', false'})`;
  if (comparison === 'equals' || comparison === 'not-equals') return `${plain} ${sign} ${stringText(words)}`;
  if (comparison === 'contains') return `${plain}.includes(${stringText(words)})`;
  return comparison === 'not-contains' ? `!${plain}.includes(${stringText(words)})` : undefined;
}

function isText({ kind }: CodeInput): boolean {
  return kind.kind === 'text' || kind.kind === 'choice';
}

/** A text to compare with, as it is compared; undefined for what may be a number, and for no text. */
export function wordsOf(value: JsonValue | undefined, ignoresCase: boolean): string | undefined {
  if (typeof value !== 'string') return undefined;
  const plain = comparedText(value, ignoresCase);
  return plain === '' || comparedNumber(plain) !== undefined ? undefined : plain;
}
