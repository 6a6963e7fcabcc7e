import { number, passages, text } from '@jacquard/node-kit';

/** What nodes that put passages into another order take. */
export const rankingInputs = {
  passages: passages({ label: { en: 'Passages', fr: 'Passages' }, wireOnly: true }),
  question: text({ label: { en: 'Question', fr: 'Question' }, multiline: true }),
  top: number({
    label: { en: 'Passages to keep', fr: 'Passages à garder' },
    min: 1,
    max: 50,
    integer: true,
    optional: true,
  }),
};
