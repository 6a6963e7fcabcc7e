import type { Kind } from '@jacquard/flow';
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
  if (source.how === 'converted') return convertText(readSource(source.of, block, use, isRequired), kind, use);
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

function readReference(reference: Reference, block: Block, use: UsePart, isRequired: boolean): CodeInput {
  const { variable, passed, kind, mayBeUndefined } = reference;
  const isOutside = !isVisible(variable.home, block);
  if (isOutside) variable.escapes = true;
  const checks = checksOfReference(reference, block);
  const isThere = isRequired || (checks.length === 0 && isCovered(reference, block));
  if (passed !== undefined) {
    const { text } = readSource(passed, block, use, true);
    if (isThere) return { text, kind, mayBeAbsent: false };
    return { text: `(${checks.join(' && ')} ? ${text} : undefined)`, kind, mayBeAbsent: true };
  }
  const text = reference.text(variable.name, isOutside && !isThere);
  return { text, kind, mayBeAbsent: !isThere && (isOutside || mayBeUndefined) };
}

function isCovered({ when }: Reference, block: Block): boolean {
  const held = whenOf(block);
  return when.every((one) => held.has(one));
}

/** Whether values of a kind may be `null`, which `??` would take for one that is not there. */
export function mayBeNull(kind: Kind): boolean {
  return kind.kind === 'json' || kind.kind === 'any' || kind.kind === 'variable';
}
