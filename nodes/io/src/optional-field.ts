import { boolean } from '@jacquard/node-kit';

/** Whether a run may leave a flow's input empty: what hangs on it alone is skipped then. */
export const optionalField = {
  optional: boolean({
    label: { en: 'May stay empty', fr: 'Peut rester vide' },
    help: {
      en: 'What needs it is skipped when it is empty.',
      fr: 'Ce qui en a besoin est passé lorsqu’elle est vide.',
    },
    default: false,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
};
