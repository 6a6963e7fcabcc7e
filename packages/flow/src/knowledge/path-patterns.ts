/** Which paths a base's patterns name. Paths have `/` between folders and no leading one. */
export interface PathPatterns {
  matches(path: string): boolean;
  /** Whether something in the folder could match; `''` is the folder of the base's file. */
  mayHold(folder: string): boolean;
}

const anyDepth = '**';

/**
 * Reads patterns of paths: `*` within a name, `**` for any depth, everything else as it is. Hidden names never match. Its time
 * is bounded by the product of both lengths: patterns come from files of others.
 */
export function readPathPatterns(patterns: readonly string[]): PathPatterns {
  const all = patterns.map((pattern) => pattern.normalize('NFC').split('/'));
  const statesOf = (path: string): (readonly [ReadonlySet<number>, number])[] => {
    const names = path === '' ? [] : path.normalize('NFC').split('/');
    if (names.some((name) => name.startsWith('.'))) return [];
    return all.map((parts) => [
      names.reduce((states, name) => step(parts, states, name), open(parts, [0])),
      parts.length,
    ]);
  };
  return {
    matches: (path) => statesOf(path).some(([states, end]) => states.has(end)),
    mayHold: (folder) => statesOf(folder).some(([states, end]) => [...states].some((state) => state < end)),
  };
}

/** The folder that a pattern names before its first `*`: `documents` of `documents/*.pdf`, `''` of `*`. */
export function patternFolder(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => part.includes('*'));
  return parts.slice(0, wild < 0 ? parts.length - 1 : wild).join('/');
}

/** The places in a pattern (an automaton's states) after one more name of a path. */
function step(parts: readonly string[], states: ReadonlySet<number>, name: string): ReadonlySet<number> {
  const next: number[] = [];
  for (const state of states) {
    const part = parts[state];
    if (part === undefined) continue;
    if (part === anyDepth) next.push(state, ...(state === parts.length - 1 ? [parts.length] : []));
    else if (matchesName(part, name)) next.push(state + 1);
  }
  return open(parts, next);
}

/** `**` may stand for no folder at all, but for the last name it must stand for something. */
function open(parts: readonly string[], states: readonly number[]): ReadonlySet<number> {
  const found = new Set(states);
  for (const state of found) if (parts[state] === anyDepth && state < parts.length - 1) found.add(state + 1);
  return found;
}

/** `*` for any run of characters; goes back to the last `*` alone, which is enough. */
function matchesName(pattern: string, name: string): boolean {
  let [at, star, from] = [0, -1, 0];
  for (let index = 0; index < name.length;) {
    if (pattern[at] === '*') {
      star = at;
      from = index;
      at += 1;
    } else if (pattern[at] === name[index]) {
      at += 1;
      index += 1;
    } else {
      if (star < 0) return false;
      at = star + 1;
      from += 1;
      index = from;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
