import type { SentenceDoubt } from '@jacquard/node-kit';
import { expectedAnswer, type ExpectedKind } from '../answer/expected-answer.ts';
import { findPeople } from '../answer/find-people.ts';
import type { ReadSentence } from './read-clauses.ts';

const denials =
  /(?<!\p{L})(?:no|not|none|nothing|nobody|never|cannot|\p{L}+n['’]t|free|pas|aucune?|rien|personne|jamais|gratuite?s?|gratuitement|sans)(?!\p{L})/iu;

const doubtKinds: Readonly<Partial<Record<ExpectedKind, SentenceDoubt['kind']>>> = {
  money: 'number',
  number: 'number',
  percent: 'number',
  phone: 'number',
  year: 'date',
  person: 'name',
  name: 'name',
};

/**
 * A question for a figure, a year or a name whose whole answer holds none, of whatever worth: it speaks of something else.
 * Denials answer too (`nobody`, `free`). Questions for `when` and `how long` are left out: events answer them as well.
 */
export function findUnansweredKind(
  written: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt | undefined {
  const kinds = expectedAnswer(question.text, question.language);
  const kind =
    kinds.length > 0 && kinds.every((one) => one in doubtKinds) ? doubtKinds[kinds[0] ?? 'reason'] : undefined;
  const text = written.map((sentence) => sentence.text).join(' ');
  if (kind === undefined || written.length === 0 || denials.test(text)) return undefined;
  const values = written.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.values));
  const isThere = kind === 'name' ? namesSomebody(written, question, kinds) : values.length > 0;
  return isThere ? undefined : { kind, words: question.text.trim().slice(0, 80), change: 'lost' };
}

function namesSomebody(
  written: readonly ReadSentence[],
  question: ReadSentence,
  kinds: readonly ExpectedKind[],
): boolean {
  if (kinds.includes('person')) {
    return written.some(({ text, language }) => findPeople(text, language).length > 0 || /\p{Lu}/u.test(text.slice(1)));
  }
  const asked = question.text.toLowerCase();
  const isNew = (name: string): boolean => !asked.includes(name.toLowerCase());
  return written.some(
    ({ text, clauses }) =>
      clauses.some(({ names }) => names.some(isNew)) ||
      [...text.matchAll(/[“«"]([^”»"]+)[”»"]/gu)].some(([, quoted = '']) => isNew(quoted)),
  );
}
