import { columnKinds, type Column } from '../flows/extract-flow.ts';
import type { Category } from '../flows/sorting-node.ts';

/** `Name: rest`, one a line. */
function readPairs(text: string): readonly (readonly [string, string])[] {
  return text.split('\n').map((line) => {
    const at = line.lastIndexOf(': ');
    return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 2).trim()];
  });
}

/** The sample's categories, as its text has them: `Loans: borrow, renew`. */
export function readCategories(text: string): readonly Category[] {
  return readPairs(text).map(([name, words]) => ({ name, words }));
}

/** The sample's columns: `price: number`. */
export function readColumns(text: string): readonly Column[] {
  return readPairs(text).map(([name, rest]) => ({ name, kind: columnKinds.find((kind) => kind === rest) ?? 'text' }));
}
