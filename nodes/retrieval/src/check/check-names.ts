import { foldWord, type SentenceDoubt } from '@jacquard/node-kit';
import { holdsWord, surely } from '../answer/word-set.ts';
import { expectedAnswer } from '../answer/expected-answer.ts';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

const margin = 0.34;

/** Names of a sentence that no passage has (nor the question), or that stand there with something else than the clause says. */
export function checkNames(
  sentence: ReadSentence,
  sources: readonly ReadSentence[],
  { question, sourceText }: { readonly question: string; readonly sourceText: string },
): SentenceDoubt[] {
  const folded = ` ${foldWord(sourceText)} ${foldWord(question)} `;
  const kinds = expectedAnswer(question, sentence.language);
  const asksName = kinds.includes('person') || kinds.includes('name');
  return sentence.clauses.flatMap((clause) =>
    clause.names
      .filter(
        (name) =>
          !isKnown(name, folded) ||
          (asksName && !isNameThere(name, `${sourceText}\n${question}`)) ||
          isSomebodyElse(name, clause, sources),
      )
      .map((name): SentenceDoubt => ({ kind: 'name', words: writtenIn(clause.text, name), change: 'added' })),
  );
}

function isKnown(name: string, folded: string): boolean {
  return name.split(/[\s-]+/).every((word) => folded.includes(word));
}

/** Some word of it is written with a capital there: `lemonade` is nobody's name. */
function isNameThere(name: string, text: string): boolean {
  const capitals = new Set((text.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []).map(foldWord));
  return name.split(/[\s-]+/).some((word) => capitals.has(word));
}

/** Another name stands where the passages say what this clause says, or a part of it that nothing says of this one. */
function isSomebodyElse(name: string, clause: Clause, sources: readonly ReadSentence[]): boolean {
  const parts = name.split(/[\s-]+/);
  if (parts.length < 2) return false;
  const about = clause.words.filter(({ folded, isLight }) => !parts.includes(folded) && !isLight);
  const named = (text: string): boolean => parts.some((part) => foldWord(text).includes(part));
  const holding = sources.filter(({ text }) => named(text));
  const known = sources.flatMap(({ clauses }) => clauses);
  const rivals = known.filter(({ text, names }) => !named(text) && names.some((one) => one.includes(' ')));
  if (holding.length === 0 || about.length === 0) return false;
  const isSaidOfOther = about.some(
    (word) =>
      rivals.some(({ set }) => holdsWord(set, word) >= surely) &&
      !holding.some(({ set }) => holdsWord(set, word) >= surely),
  );
  const best = (clauses: readonly Clause[]): number => Math.max(0, ...clauses.map(({ set }) => overlap(about, set)));
  return isSaidOfOther || best(rivals) > best(known.filter(({ text }) => named(text))) + margin;
}

function writtenIn(text: string, name: string): string {
  const at = foldWord(text).indexOf(name);
  return at < 0 ? name : text.slice(at, at + name.length);
}
