import { number } from '@jacquard/node-kit';

/** Settings that every chat model takes; a step may override them for one call. */
export const modelSettings = {
  temperature: number({
    label: { en: 'Temperature', fr: 'Température' },
    help: {
      en: '0 always takes the likeliest word; 1 and more, less likely ones, too.',
      fr: '0 prend toujours le mot le plus probable ; à partir de 1, aussi de moins probables.',
    },
    min: 0,
    max: 2,
    fieldOnly: true,
    optional: true,
  }),
  topP: number({
    label: { en: 'Top p', fr: 'Top p (probabilité cumulée)' },
    help: {
      en: 'Only the likeliest words whose probabilities add up to this.',
      fr: 'Seulement les mots les plus probables, jusqu’à ce total de probabilités.',
    },
    min: 0,
    max: 1,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
  maxTokens: number({
    label: { en: 'Longest answer', fr: 'Longueur maximale' },
    help: { en: 'The answer is cut after this.', fr: 'La réponse est coupée au-delà.' },
    unit: 'tokens',
    min: 1,
    max: 1_000_000,
    integer: true,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
};

/** The settings of a model as its node holds them: what is empty, the model decides. */
export interface GivenSettings {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxTokens?: number | undefined;
}

interface ModelSettings extends Readonly<Record<string, number>> {
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxTokens?: number;
}

/** The settings that were given, without the empty ones: part of a model's identity. */
export function settingsOf({ temperature, topP, maxTokens }: GivenSettings): ModelSettings {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(maxTokens !== undefined && { maxTokens }),
  };
}
