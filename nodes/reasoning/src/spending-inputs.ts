import { number } from '@jacquard/node-kit';

/** What every strategy lets a person say of its calls; each answer may have `maxTokens` tokens where nobody says otherwise. */
export function spendingInputs(maxTokens: number) {
  return {
    maxTokens: number({
      label: { en: 'Longest answer', fr: 'Longueur maximale' },
      help: { en: 'Of each call of the model.', fr: 'De chaque appel au modèle.' },
      unit: 'tokens',
      integer: true,
      min: 1,
      max: 100_000,
      default: maxTokens,
      advanced: true,
    }),
    temperature: number({
      label: { en: 'Temperature', fr: 'Température' },
      help: { en: 'Instead of the model’s own.', fr: 'À la place de celle du modèle.' },
      min: 0,
      max: 2,
      optional: true,
      advanced: true,
    }),
    maxCalls: number({
      label: { en: 'Most calls', fr: 'Nombre maximal d’appels' },
      help: {
        en: 'Ends earlier, with the best so far.',
        fr: 'Arrête plus tôt, avec le meilleur résultat jusque-là.',
      },
      integer: true,
      min: 1,
      max: 100_000,
      optional: true,
      advanced: true,
    }),
  } as const;
}
