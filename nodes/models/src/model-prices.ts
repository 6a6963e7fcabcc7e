import { number, type ModelPrices } from '@jacquard/node-kit';

const price = {
  unit: 'usd-per-million-tokens',
  min: 0,
  max: 100_000,
  fieldOnly: true,
  optional: true,
  advanced: true,
  override: 'never',
} as const;

/** What a provider asks for tokens, as a person fills it in: nobody else knows what they pay. */
export const modelPrices = {
  inputPrice: number({
    label: { en: 'Price of tokens read', fr: 'Prix des tokens lus' },
    help: {
      en: 'With both prices, nodes and runs show what they cost.',
      fr: 'Avec les deux prix, nœuds et exécutions montrent ce qu’ils coûtent.',
    },
    ...price,
  }),
  outputPrice: number({
    label: { en: 'Price of tokens written', fr: 'Prix des tokens écrits' },
    ...price,
  }),
};

/** The prices as a node holds them. */
export interface GivenPrices {
  readonly inputPrice?: number | undefined;
  readonly outputPrice?: number | undefined;
}

/** Undefined unless both were given: half a cost would pass for the whole. */
export function pricesOf({ inputPrice, outputPrice }: GivenPrices): ModelPrices | undefined {
  return inputPrice === undefined || outputPrice === undefined ? undefined : { input: inputPrice, output: outputPrice };
}
