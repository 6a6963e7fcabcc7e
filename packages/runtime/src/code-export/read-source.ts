import { listText, type CodeInput } from '@jacquard/node-kit/code';
import { createBlock, holds, holdsInFunction, isVisible, isWithinFunction, whenOf, type Block } from './block.ts';
import { contradict, follows, oneOf, type Conditions } from './conditions.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { convertText, type UsePart } from './convert-text.ts';

/**
 * What a value hangs on where `held` holds; undefined when it never arrives there. A list of several hangs on any of them
 * having arrived.
 */
export function conditionsOf(source: Source, held: ReadonlySet<string>): Conditions | undefined {
  switch (source.how) {
    case 'never':
      return undefined;
    case 'reference':
      return contradict([...held, ...source.reference.when]) ? undefined : source.reference.when;
    case 'converted':
      return conditionsOf(source.of, held);
    case 'list': {
      if (source.items.length === 0) return [];
      const items = source.items.map((item) => conditionsOf(item, held)).filter((one) => one !== undefined);
      return items.length === 0 ? undefined : oneOf(items);
    }
    case 'model':
      return source.recipe.isDisabled ? undefined : [];
    default:
      return [];
  }
}

/** One of several has arrived, as code. */
export function anyCheck(alternatives: readonly (readonly string[])[]): readonly string[] {
  if (alternatives.some((one) => one.length === 0)) return [];
  const different = [...new Set(alternatives.map((one) => one.join(' && ')))];
  return different.length === 1 ? different : [`(${different.join(' || ')})`];
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
  const held = whenOf(block);
  const possible = source.items.filter((item) => conditionsOf(item, held) !== undefined);
  return anyCheck(possible.map((item) => checksOf(item, block)));
}

function checksOfReference(reference: Reference, block: Block): readonly string[] {
  const { variable, passed } = reference;
  const before = passed === undefined ? [] : checksOf(passed, block);
  if (!isVisible(variable.home, block)) variable.escapes = true;
  const own = ownCheck(reference, block);
  return own === undefined || holds(block, own) ? before : [...before, own];
}

function ownCheck({ variable, check }: Reference, block: Block): string | undefined {
  const { name } = variable;
  const isOutside = !isVisible(variable.home, block);
  const asked = check?.(name, isOutside) ?? (isOutside ? `${name} !== undefined` : undefined);
  const isOfPart = asked?.startsWith(`${name}.`) === true || asked?.startsWith(`${name}[`) === true;
  return isOfPart ? check?.(knownName(variable, block), isOutside) : asked;
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
  const held = whenOf(block);
  if (contradict([...reference.when, ...held])) return { text: 'undefined', kind, mayBeAbsent: true };
  const checks = checksOfReference(reference, block);
  const isThere = isRequired || checks.length === 0 || follows(reference.when, held);
  if (passed !== undefined) {
    const asked = createBlock(block);
    if (!isThere) for (const check of checks) asked.checks.add(check);
    const read = convert({ text: readSource(passed, asked, use, true).text, kind, mayBeAbsent: false });
    if (isThere) return read;
    return { ...read, text: `(${checks.join(' && ')} ? ${read.text} : undefined)`, mayBeAbsent: true };
  }
  if (isThere) return convert({ text: certainText(reference, block), kind, mayBeAbsent: false });
  const isOutside = !isVisible(variable.home, block);
  const text = reference.text(knownName(variable, block), isOutside);
  return convert({ text, kind, mayBeAbsent: isOutside || mayBeUndefined });
}

/**
 * A value that is there, with `!` where the compiler can't know it: what was asked around a function doesn't hold in it for
 * properties, nor for what {@link knownName} says; and of two values that hang on the same, one alone may have been asked for.
 */
function certainText(reference: Reference, block: Block): string {
  const { variable, mayBeUndefined } = reference;
  const own = ownCheck(reference, block);
  const isAsked = own === undefined || holds(block, own);
  const name = isVisible(variable.home, block) || isAsked ? knownName(variable, block) : `${variable.name}!`;
  const text = reference.text(name, false);
  if (!mayBeUndefined || text === `${variable.name}!`) return text;
  const isKnown = text === name ? isAsked : own !== undefined && holdsInFunction(block, own);
  return isKnown ? text : `${text}!`;
}

/** A variable's name, with `!` within a function that is made before its last value is set: the compiler knows nothing of it there. */
function knownName({ name, home, escapes, isCarried }: Variable, block: Block): string {
  const isSetLater = (escapes || isCarried === true) && isVisible(home, block);
  return isSetLater && isWithinFunction(block, home) ? `${name}!` : name;
}
