import type { PortOptions } from '@jacquard/node-kit';

/** What an input's or output's example has in common; its kind is the port's own. */
export const exampleField = {
  label: { en: 'Example', fr: 'Exemple' },
  help: {
    en: 'Shown to those who call the flow from a program.',
    fr: 'Montré à ceux qui appellent le flux depuis un programme.',
  },
  fieldOnly: true,
  optional: true,
  advanced: true,
} as const satisfies PortOptions;
