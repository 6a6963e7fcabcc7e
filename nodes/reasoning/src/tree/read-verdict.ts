/** What an evaluation says: the last word of its last line, if it is a verdict; undefined for anything else. */
export function readVerdict(answer: string, verdicts: ReadonlyMap<string, number>): string | undefined {
  const last = answer.trimEnd().split('\n').at(-1) ?? '';
  const word = /([\p{L}\p{N}-]+)\P{L}*$/u.exec(last)?.[1]?.toLowerCase();
  return word !== undefined && verdicts.has(word) ? word : undefined;
}

/** The choice that a vote names, counted from 0: the last number that is one of the choices. */
export function readVote(answer: string, choices: number): number | undefined {
  const numbers = answer.match(/\d+/gu) ?? [];
  const named = numbers.map(Number).filter((number) => number >= 1 && number <= choices);
  const last = named.at(-1);
  return last === undefined ? undefined : last - 1;
}
