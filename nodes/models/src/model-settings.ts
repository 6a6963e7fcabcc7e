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

/** Settings of models of this machine, beside those of all. */
export const localModelSettings = {
  topK: number({
    label: { en: 'Top k', fr: 'Top k (les plus probables)' },
    help: {
      en: 'Only so many of the likeliest tokens; 0: all.',
      fr: 'Seulement tant de tokens parmi les plus probables ; 0 : tous.',
    },
    min: 0,
    max: 1_000_000,
    integer: true,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
  minP: number({
    label: { en: 'Min p', fr: 'Min p (part du plus probable)' },
    help: {
      en: 'Only tokens that have at least this share of the likeliest one’s probability; 0: all.',
      fr: 'Seulement les tokens qui ont au moins cette part de la probabilité du plus probable ; 0 : tous.',
    },
    min: 0,
    max: 1,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
  repeatPenalty: number({
    label: { en: 'Repetition penalty', fr: 'Pénalité de répétition' },
    help: {
      en: 'Makes what was written a moment ago less likely: 1 not at all, 1.1 a little.',
      fr: 'Rend moins probable ce qui vient d’être écrit : 1 pas du tout, 1,1 un peu.',
    },
    min: 1,
    max: 2,
    fieldOnly: true,
    optional: true,
    advanced: true,
  }),
};

interface GivenLocalSettings extends GivenSettings {
  readonly topK?: number | undefined;
  readonly minP?: number | undefined;
  readonly repeatPenalty?: number | undefined;
}

/** As `settingsOf`, for a model of this machine. */
export function localSettingsOf({ topK, minP, repeatPenalty, ...given }: GivenLocalSettings): Record<string, number> {
  return {
    ...settingsOf(given),
    ...(topK !== undefined && { topK }),
    ...(minP !== undefined && { minP }),
    ...(repeatPenalty !== undefined && { repeatPenalty }),
  };
}
