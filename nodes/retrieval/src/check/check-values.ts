import type { SentenceDoubt } from '@jacquard/node-kit';
import type { TextValue } from '../answer/find-values.ts';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

/** How much better another figure must fit what a clause says before this one is doubted. */
const margin = 0.25;

/**
 * Figures of a sentence that stand in no passage, or there beside other words: of “adults 12, children eight”, “8 for
 * adults” is doubted since the clause about adults has another figure.
 */
export function checkValues(sentence: ReadSentence, sources: readonly ReadSentence[]): SentenceDoubt[] {
  const known = sources.flatMap(({ clauses }) => clauses);
  return sentence.clauses.flatMap((clause) =>
    clause.values.filter((value) => !isSupported(value, clause, known)).map((value) => doubtOf(value)),
  );
}

function doubtOf({ kind, written }: TextValue): SentenceDoubt {
  return { kind: kind === 'date' || kind === 'time' ? 'date' : 'number', words: written, change: 'added' };
}

function isSupported(value: TextValue, clause: Clause, known: readonly Clause[]): boolean {
  const holding = known.filter(({ values }) => values.some((other) => isSame(value, other)));
  if (holding.length === 0) return false;
  const rivals = known.filter(
    (other) => !holding.includes(other) && other.values.some(({ kind }) => kind === value.kind),
  );
  const best = (clauses: readonly Clause[]): number =>
    Math.max(0, ...clauses.map(({ set }) => overlap(clause.words, set)));
  return best(rivals) <= best(holding) + margin;
}

/** The same figure, whatever sign it carries; a date that says less than the other's; a time on either half of the day. */
export function isSame(one: TextValue, other: TextValue): boolean {
  if (one.kind === 'date' || other.kind === 'date') {
    if (one.kind !== other.kind) return `--${one.value}` === other.value || one.value === `--${other.value}`;
    return one.value === other.value || isWithin(one.value, other.value);
  }
  if (one.kind === 'time' && other.kind === 'time')
    return Math.abs(Number(one.value) - Number(other.value)) % 720 === 0;
  if (one.kind === 'time' || other.kind === 'time') return false;
  return (
    one.value === other.value ||
    Number(one.value) === 100 * Number(other.value) ||
    100 * Number(one.value) === Number(other.value)
  );
}

/** Every part that the first names is the second's: `June` of `28 June 2025`. */
function isWithin(one: string, other: string): boolean {
  if (one.startsWith('weekday') || other.startsWith('weekday')) return false;
  const parts = other.split('-');
  return one.split('-').every((part, index) => part === '' || part === parts[index]);
}
