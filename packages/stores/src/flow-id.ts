import { Problem } from '@jacquard/flow';

/**
 * Ids of flows: letters and digits of any script, spaces, `.`, `_` and `-`, starting with a letter or digit. They are file
 * names and parts of addresses, so nothing that either gives a meaning (`/`, `\`, `:`, `%`, `@`, NUL, a leading dot) can stand in one.
 */
const flowId = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,98}[\p{L}\p{M}\p{N}_-])?$/u;

/** Whether a text may be the id of a flow. */
export function isFlowId(id: string): boolean {
  return flowId.test(id);
}

/** Throws `flow-name-unusable` for what can’t be an id. */
export function requireFlowId(id: string): void {
  if (!isFlowId(id)) throw new Problem('flow-name-unusable', { id: id.slice(0, 200) });
}

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/**
 * An id made from a name: `Résumé d’un fichier` gives `resume-d-un-fichier`; a number follows while it is taken. `first` stands
 * before what doesn't begin with a letter.
 */
export function freeFlowId(name: string, isTaken: (id: string) => boolean, first = 'flow'): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  const base = /^[a-z]/.test(plain) ? plain : `${first}${plain === '' ? '' : `-${plain}`}`;
  let id = base;
  for (let number = 2; isTaken(id); number += 1) id = `${base}-${number}`;
  return id;
}
