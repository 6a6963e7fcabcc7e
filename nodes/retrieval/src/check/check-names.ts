import { foldWord, type SentenceDoubt } from '@jacquard/node-kit';
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
  const known = sources.flatMap(({ clauses }) => clauses);
  return sentence.clauses.flatMap((clause) =>
    clause.names
      .filter((name) => !isKnown(name, folded) || isSomebodyElse(name, clause, known))
      .map((name): SentenceDoubt => ({ kind: 'name', words: writtenIn(clause.text, name), change: 'added' })),
  );
}

function isKnown(name: string, folded: string): boolean {
  return name.split(/[\s-]+/).every((word) => folded.includes(word));
}

/** Another name stands where the passages say what this clause says, and this one doesn't. */
function isSomebodyElse(name: string, clause: Clause, known: readonly Clause[]): boolean {
  const parts = name.split(/[\s-]+/);
  const about = clause.words.filter(({ folded }) => !parts.includes(folded));
  const holds = ({ text }: Clause): boolean => parts.some((part) => foldWord(text).includes(part));
  const holding = known.filter(holds);
  const rivals = known.filter(
    (other) => other.names.length > 0 && !holds(other) && other.names.some((one) => one.includes(' ')),
  );
  if (!name.includes(' ') || holding.length === 0 || about.length === 0) return false;
  const best = (clauses: readonly Clause[]): number => Math.max(0, ...clauses.map(({ set }) => overlap(about, set)));
  return best(rivals) > best(holding) + margin;
}

function writtenIn(text: string, name: string): string {
  const at = foldWord(text).indexOf(name);
  return at < 0 ? name : text.slice(at, at + name.length);
}
