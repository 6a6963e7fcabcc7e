import { isInputList, isObjectInput, parseAddress, type Input } from '@jacquard/flow';

/** What to do with a source: keep it, put another in its place, or take it away. */
export type ReplaceSource = (address: string) => string | undefined;

/** An input with its sources replaced; undefined when nothing is left of it. */
export function replaceSources(input: Input, replace: ReplaceSource): Input | undefined {
  if (isInputList(input)) {
    const items = input.map((item) => replaceSources(item, replace)).filter((item) => item !== undefined);
    if (items.length === input.length && items.every((item, index) => item === input[index])) return input;
    return items.length === 0 ? undefined : items;
  }
  if (!isObjectInput(input) || !('from' in input)) return input;
  const from = replace(input.from);
  if (from === input.from) return input;
  return from === undefined ? undefined : { from };
}

/** Takes away the sources that stand on nodes of `ids`. */
export function withoutNodes(ids: ReadonlySet<string>): ReplaceSource {
  return (address) => (ids.has(parseAddress(address).node) ? undefined : address);
}
