import { templateMarks } from './template-marks.ts';

/** A word in an expression that is neither a number, a function nor a constant: a variable without its braces. */
export interface UnknownName {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** Words that an expression may hold by themselves: the constants, and the operator `mod`. */
const known: ReadonlySet<string> = new Set(['pi', 'e', 'mod']);

/** Names in an expression that nothing gives a value: `price * 2` where `{{price}} * 2` is meant. */
export function unknownNames(text: string): readonly UnknownName[] {
  const taken = templateMarks(text);
  const hidden = [...taken.variables, ...taken.faults];
  const found: UnknownName[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{M}\p{N}_]*/gu)) {
    const [name] = match;
    const from = match.index;
    const to = from + name.length;
    const isCall = /^\s*\(/.test(text.slice(to, to + 20));
    if (isCall || known.has(name) || hidden.some((part) => from < part.to && to > part.from)) continue;
    found.push({ from, to, name });
  }
  return found;
}
