import { component, defineComponent, text, type Services } from '@jacquard/node-kit';
import { modelSettings, settingsOf, type GivenSettings } from './model-settings.ts';
import { modelPrices, pricesOf, type GivenPrices } from './model-prices.ts';
import { openAiIdentity, openAiModel, type OpenAiModel } from './openai-model.ts';
import { openaiCode } from './code/openai-code.ts';

/** A model of OpenAI's, with the operator's key. */
export const openai = defineComponent({
  type: 'models.openai',
  version: 1,
  title: { en: 'OpenAI model', fr: 'Modèle OpenAI' },
  summary: {
    en: 'A model of OpenAI, with the key of this installation.',
    fr: 'Un modèle d’OpenAI, avec la clé de cette installation.',
  },
  documentation: {
    en: 'Prompts leave for OpenAI, or for the address in OPENAI_BASE_URL. The key is OPENAI_API_KEY; no flow can read it or send it elsewhere. Use it where a model of this machine isn’t strong enough and the texts may leave. Hint: for another server take “OpenAI-compatible model”.',
    fr: 'Les prompts partent chez OpenAI, ou à l’adresse de OPENAI_BASE_URL. La clé est OPENAI_API_KEY ; aucun flux ne peut la lire ni l’envoyer ailleurs. À employer lorsqu’un modèle de cette machine ne suffit pas et que les textes peuvent en sortir. Astuce : pour un autre serveur, prenez « Modèle compatible OpenAI ».',
  },
  keywords: { en: 'GPT ChatGPT LLM cloud', fr: 'GPT ChatGPT LLM nuage' },
  icon: 'sparkles',
  inputs: {
    model: text({
      label: { en: 'Model', fr: 'Modèle' },
      help: { en: 'As OpenAI names it.', fr: 'Tel qu’OpenAI le nomme.' },
      default: 'gpt-4o-mini',
      fieldOnly: true,
      override: 'allowed',
    }),
    ...modelSettings,
    ...modelPrices,
  },
  outputs: { model: component('chat-model') },
  reaches: 'address',
  componentCode: openaiCode,
  example: { inputs: { model: 'gpt-4o-mini', temperature: 0.2 } },
  create: async ({ inputs, services }) => openAiModel(configurationOf(inputs, services), services.fetch),
  identify: async ({ inputs, services }) => openAiIdentity(configurationOf(inputs, services)),
});

function configurationOf(
  inputs: GivenSettings & GivenPrices & { readonly model: string },
  services: Services,
): OpenAiModel {
  const { baseUrl, secret } = services.providers.find('openai');
  const settings = settingsOf(inputs);
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    model: inputs.model,
    secret,
    settings,
    prices: pricesOf(inputs),
    takesSeed: true,
    takesSchema: true,
  };
}
