import type { SentenceDoubt } from '@jacquard/node-kit';
import { overlap } from './overlap.ts';
import type { ReadSentence } from './read-clauses.ts';

const yes = /^(?:yes|oui|si|of course|certainly|bien sûr)(?!\p{L})/iu;
const no = /^(?:no|non|nope)(?!\p{L})(?=\s*(?:[,.;:!"”»]|$))/iu;
const opposed: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?<!\p{L})(?:open|opens|ouvert\p{L}*|ouvre)(?!\p{L})/iu,
    /(?<!\p{L})(?:closed|closes|shut|fermé?e?s?|ferment)(?!\p{L})/iu,
  ],
  [
    /(?<!\p{L})(?:pay|cost|costs|charge|charged|payer|payante?s?|coûte)(?!\p{L})/iu,
    /(?<!\p{L})(?:free|nothing|gratuite?s?|gratuitement)(?!\p{L})/iu,
  ],
];

/**
 * A yes where the passage that answers denies, or a no where it affirms. The passage's clause is the one that shares most
 * with the question.
 */
export function checkYesNo(
  sentence: ReadSentence,
  near: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt[] {
  const saysYes = yes.test(sentence.text);
  if (!saysYes && !no.test(sentence.text)) return [];
  const written = sentence.text.split(/[\s,.;:!]/u, 1)[0] ?? '';
  const answering = near
    .flatMap((source) => source.clauses.map((clause) => ({ clause, source })))
    .toSorted((one, other) => overlap(question.words, other.clause.set) - overlap(question.words, one.clause.set))[0];
  if (!answering) return [{ kind: 'unsupported', words: written, change: 'added' }];
  const { clause, source } = answering;
  const turns = opposed.some(
    ([one, other]) =>
      (one.test(question.text) && other.test(clause.text)) || (other.test(question.text) && one.test(clause.text)),
  );
  const isDenied = (clause.negation !== undefined) !== turns;
  if (saysYes !== isDenied) return [];
  const words = clause.negation?.written ?? source.text.split(/\s+/).slice(0, 4).join(' ');
  return [{ kind: 'negation', words: saysYes ? words : written, change: saysYes ? 'lost' : 'added' }];
}
