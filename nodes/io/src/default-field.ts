import type { PortOptions } from '@jacquard/node-kit';

/** What every input's default has in common; its kind is the input's own. */
export const defaultField = {
  label: { en: 'Default', fr: 'Valeur par défaut' },
  help: { en: 'Taken when a run gives nothing.', fr: 'Prise lorsqu’une exécution ne donne rien.' },
  fieldOnly: true,
  optional: true,
} as const satisfies PortOptions;
