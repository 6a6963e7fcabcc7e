import { listText, type CodeInput } from '@jacquard/node-kit/code';
import { holds, isVisible, whenOf, type Block } from './block.ts';
import type { Reference, Source } from './code-value.ts';
import { convertText, type UsePart } from './convert-text.ts';

/** What a value hangs on; undefined when it never arrives. A list of several hangs on any of them having arrived. */
export function conditionsOf(source: Source): readonly string[] | undefined {
  switch (source.how) {
    case 'never':
      return undefined;
    case 'reference':
      return source.reference.when;
    case 'converted':
      return conditionsOf(source.of);
    case 'list': {
      if (source.items.length === 0) return [];
      const items = source.items.map(conditionsOf).filter((one) => one !== undefined);
      return items.length === 0 ? undefined : anyOf(items);
    }
    case 'model':
      return source.recipe.isDisabled ? undefined : [];
    default:
      return [];
  }
}

/** One of several has arrived. */
export function anyOf(alternatives: readonly (readonly string[])[]): readonly string[] {
  if (alternatives.some((one) => one.length === 0)) return [];
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return only;
  return [`(${alternatives.map((one) => one.join(' && ')).join(' || ')})`];
}

/** The value as an expression in a block that hangs on it, or one that may lack it. */
export function readSource(source: Source, block: Block, use: UsePart, isRequired: boolean): CodeInput {
  const { kind } = source;
  if (source.how === 'text') return { text: source.text, kind, mayBeAbsent: false, literal: source.literal };
  if (source.how === 'reference') return readReference(source.reference, block, use, isRequired);
  if (source.how === 'converted') {
    const { of } = source;
    if (of.how !== 'reference') return convertText(readSource(of, block, use, isRequired), kind, use);
    return readReference(of.reference, block, use, isRequired, (input) => convertText(input, kind, use));
  }
  if (source.how !== 'list') return { text: 'undefined', kind, mayBeAbsent: true };
  const items = source.items.map((item) => readSource(item, block, use, source.items.length === 1 && isRequired));
  const list = listText(items.filter(({ text }) => text !== 'undefined').map(({ text }) => text));
  const mayLack = items.some(({ mayBeAbsent }) => mayBeAbsent);
  const text = mayLack ? `${list}.filter((one) => one !== undefined)` : list;
  return { text, kind, mayBeAbsent: false, items };
}

/** The conditions as code that a block has to ask before it may read a value. */
export function checksOf(source: Source, block: Block): readonly string[] {
  if (source.how === 'reference') return checksOfReference(source.reference, block);
  if (source.how === 'converted') return checksOf(source.of, block);
  if (source.how !== 'list' || source.items.length === 0) return [];
  const checks = source.items.filter(({ how }) => how !== 'never').map((item) => checksOf(item, block));
  return anyOf(checks);
}

function checksOfReference(reference: Reference, block: Block): readonly string[] {
  const { variable, check, passed } = reference;
  const before = passed === undefined ? [] : checksOf(passed, block);
  const isOutside = !isVisible(variable.home, block);
  if (isOutside) variable.escapes = true;
  const own = check?.(variable.name, isOutside) ?? (isOutside ? `${variable.name} !== undefined` : undefined);
  return own === undefined || holds(block, own) ? before : [...before, own];
}

/** How a value that is passed on is turned into another kind, where it is. */
type Convert = (input: CodeInput) => CodeInput;

function readReference(
  reference: Reference,
  block: Block,
  use: UsePart,
  isRequired: boolean,
  convert: Convert = (input) => input,
): CodeInput {
  const { variable, passed, kind, mayBeUndefined } = reference;
  if (contradict([...reference.when, ...whenOf(block)])) return { text: 'undefined', kind, mayBeAbsent: true };
  const isOutside = !isVisible(variable.home, block);
  if (isOutside) variable.escapes = true;
  const checks = checksOfReference(reference, block);
  const isThere = isRequired || (checks.length === 0 && isCovered(reference, block));
  if (passed !== undefined) {
    const read = convert({ text: readSource(passed, block, use, true).text, kind, mayBeAbsent: false });
    if (isThere) return read;
    return { ...read, text: `(${checks.join(' && ')} ? ${read.text} : undefined)`, mayBeAbsent: true };
  }
  const text = reference.text(variable.name, isOutside && !isThere);
  return convert({ text, kind, mayBeAbsent: !isThere && (isOutside || mayBeUndefined) });
}

/** Whether conditions can't hold together: a value that is said to be two different texts, or true and not. */
export function contradict(conditions: Iterable<string>): boolean {
  const texts = new Map<string, string>();
  const all = new Set(conditions);
  for (const one of all) {
    if (all.has(`!${one}`)) return true;
    const [, name = '', text = ''] = /^(\w+) === ('.*')$/su.exec(one) ?? [];
    if (name !== '' && (texts.get(name) ?? text) !== text) return true;
    if (name !== '') texts.set(name, text);
  }
  return false;
}

function isCovered({ when }: Reference, block: Block): boolean {
  const held = whenOf(block);
  return when.every((one) => held.has(one));
}
