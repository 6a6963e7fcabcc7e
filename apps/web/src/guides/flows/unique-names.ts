import { portName } from '@jacquard/flow';
import { cutText } from './cut-text.ts';

/** Most names of a table that a guide makes, and the longest of them. */
const mostNames = 30;
const longestName = 80;

/** Names as people wrote them, without empty ones, each once (the second of a name goes). */
export function cleanNames(names: readonly string[]): readonly string[] {
  const cut = names.map((name) => cutText(name.replaceAll(/\s+/gu, ' ').trim(), longestName).trim());
  return [...new Set(cut)].filter((name) => name !== '').slice(0, mostNames);
}

/** Names of columns beside each other: one that would meet another, as a name or as a port, gets a number. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(portName(free).toLowerCase()); count += 1) free = `${name} ${count}`;
    taken.add(portName(free).toLowerCase());
    return free;
  });
}
