import { any, variable } from '@jacquard/node-kit';

/** What a node that sends a value one of several ways reads: the value, and what is looked at instead of it. */
export const branchInputs = {
  value: variable('T', {
    label: { en: 'Value', fr: 'Valeur' },
    help: { en: 'What goes on.', fr: 'Ce qui poursuit son chemin.' },
    wireOnly: true,
  }),
  compare: any({
    label: { en: 'Compare', fr: 'Comparer' },
    help: { en: 'Looked at instead of the value.', fr: 'Examiné à la place de la valeur.' },
    wireOnly: true,
    optional: true,
  }),
};
