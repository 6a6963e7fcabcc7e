import type { JsonValue } from '@jacquard/flow';
import type { StepView } from '@jacquard/protocol';

const names = ['query', 'question'] as const;
const longest = 2_000;

/** What a step searched for, where it did: its passages are marked by it. Undefined where nothing is known. */
export function searchedTerms(step: Pick<StepView, 'inputs'> | undefined): readonly string[] | undefined {
  for (const name of names) {
    const asked: JsonValue | undefined = step?.inputs?.[name];
    if (typeof asked === 'string' && asked.trim() !== '') return [withoutSmallWords(asked.slice(0, longest))];
  }
  return undefined;
}

/** The words that say little mark everything: they are left out. */
const small = new Set(
  (
    'a an and are as at be by can do does for from how i if in is it may my of on or that the their this to was what when where which who why will with you your ' +
    'au aux avec ce ces comment dans de des du elle en est et eux il ils je la le les leur lui mais me mon ne nos notre on ou où par pas peut pour pourquoi qu quand que quel quelle qui sa sans se ses son sont sur ta te tes tu un une vos votre vous y'
  ).split(' '),
);

function withoutSmallWords(text: string): string {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .filter((word) => !small.has(word.toLowerCase()))
    .join(' ');
}
