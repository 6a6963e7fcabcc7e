import { choice, equalityInputs, equalityKinds, extractionInputs, table, testInputs } from '@jacquard/node-kit';

/** How votes are counted: equality of answers, or the model's own choice among all of them. */
const votingKinds = {
  ...equalityKinds,
  universal: { en: 'The model chooses (universal)', fr: 'Le modèle choisit (universel)' },
} as const;

/** The fields by which people say what is voted on. */
export const comparingInputs = {
  ...extractionInputs,
  ...equalityInputs,
  ...testInputs({ input: 'equality', equals: 'tests' }),
} as const;

/** The same, where the model may choose, too. */
export const votingInputs = {
  ...comparingInputs,
  equality: choice(votingKinds, {
    label: { en: 'Compare', fr: 'Comparer' },
    help: {
      en: 'When two answers count as the same and share their votes.',
      fr: 'Quand deux réponses comptent comme la même et réunissent leurs voix.',
    },
    default: 'numeric',
    fieldOnly: true,
  }),
} as const;

/** What comes of a vote, beside the answer. */
export const voteOutputs = {
  votes: table({
    label: { en: 'Votes', fr: 'Voix' },
    help: {
      en: 'Each answer with its votes; the chosen one first.',
      fr: 'Chaque réponse et ses voix ; la retenue d’abord.',
    },
  }),
  samples: table({
    label: { en: 'All samples', fr: 'Tous les échantillons' },
    help: {
      en: 'Also those that disagree, with their whole texts.',
      fr: 'Aussi ceux qui divergent, avec leur texte entier.',
    },
  }),
} as const;
