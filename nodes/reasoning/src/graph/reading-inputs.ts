import { choice, extractionInputs, extractionKinds, number } from '@jacquard/node-kit';

/** The fields by which people say what of an answer is the thought: all of it, unless they say otherwise. */
export const readingInputs = {
  ...extractionInputs,
  extraction: choice(extractionKinds, {
    label: { en: 'Where the thought stands', fr: 'Où se trouve la pensée' },
    help: {
      en: 'In an answer. Answers without one are left out.',
      fr: 'Dans une réponse. Celles qui n’en ont pas sont laissées de côté.',
    },
    default: 'whole',
    fieldOnly: true,
    advanced: true,
  }),
} as const;

/** How many thoughts an operation works on, so that its cost is known before any arrive. */
export const mostInput = number({
  label: { en: 'Most thoughts taken', fr: 'Pensées prises au plus' },
  help: {
    en: 'The first ones; the others stay as they are.',
    fr: 'Les premières ; les autres restent telles quelles.',
  },
  integer: true,
  min: 1,
  max: 200,
  default: 10,
  advanced: true,
});
