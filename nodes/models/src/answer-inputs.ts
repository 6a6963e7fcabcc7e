import { number } from '@jacquard/node-kit';

/** How freely an answer is drawn, where a node says it in the model's place. */
export const temperatureInput = number({
  label: { en: 'Temperature', fr: 'Température' },
  help: { en: 'Instead of the model’s own.', fr: 'À la place de celle du modèle.' },
  min: 0,
  max: 2,
  optional: true,
  advanced: true,
});

/** What stays the same from question to question. */
export const instructions = {
  label: { en: 'Instructions', fr: 'Consignes' },
  help: {
    en: 'Who the model is and how it answers (the system prompt).',
    fr: 'Qui est le modèle et comment il répond (le prompt système).',
  },
  multiline: true,
  optional: true,
} as const;
