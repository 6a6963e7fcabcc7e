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
 * A bare yes where the passage that answers denies, or a no where it affirms. The passage's sentence is the one that shares most
 * with the question; it denies when the clause that shares most does.
 */
export function checkYesNo(
  sentence: ReadSentence,
  sources: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt[] {
  const saysYes = yes.test(sentence.text);
  if (!saysYes && !no.test(sentence.text)) return [];
  if (sentence.words.filter(({ isLight }) => !isLight).length > 1) return againstItself(sentence, saysYes);
  const written = sentence.text.split(/[\s,.;:!]/u, 1)[0] ?? '';
  const asked = [...question.words, ...sentence.words];
  const source = best(sources, ({ set }) => overlap(asked, set));
  if (!source) return [{ kind: 'unsupported', words: written, change: 'added' }];
  const clause = best(source.clauses, ({ set, negation }) => overlap(asked, set) + (negation ? 0.01 : 0));
  if (!clause) return [];
  const turns = opposed.some(
    ([one, other]) =>
      (one.test(question.text) && other.test(clause.text)) || (other.test(question.text) && one.test(clause.text)),
  );
  const isDenied = (clause.negation !== undefined) !== turns;
  const qualifier = saysYes ? qualifierOf(source) : undefined;
  if (saysYes !== isDenied && qualifier !== undefined) {
    return [{ kind: 'condition', words: qualifier, change: 'lost' }];
  }
  if (saysYes !== isDenied) return [];
  const words = clause.negation?.written ?? source.text.split(/\s+/).slice(0, 4).join(' ');
  return [{ kind: 'negation', words: saysYes ? words : written, change: saysYes ? 'lost' : 'added' }];
}

/** `Yes, you may not`. What else a longer answer says is checked word by word. */
function againstItself({ clauses }: ReadSentence, saysYes: boolean): SentenceDoubt[] {
  const negation = clauses.find(({ words }) => words.length > 1)?.negation;
  return saysYes && negation ? [{ kind: 'negation', words: negation.written, change: 'added' }] : [];
}

const qualifiers =
  /(?<!\p{L})(?:not|never|no|unless|except|only|but|if|sauf|pas|jamais|seulement|mais|si|à moins|hormis)(?!\p{L})[^,;.]*/iu;

/** A yes without more leaves out what a passage allows only in part. */
function qualifierOf({ text }: ReadSentence): string | undefined {
  return qualifiers.exec(text)?.[0].trim().split(/\s+/).slice(0, 8).join(' ');
}

function best<Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined {
  return items.toSorted((one, other) => score(other) - score(one))[0];
}
