import { boolean, component, defineComponent, secret, text, type SecretHandle } from '@jacquard/node-kit';
import { baseUrlOf } from './base-url-of.ts';
import { modelSettings, settingsOf, type GivenSettings } from './model-settings.ts';
import { modelPrices, pricesOf, type GivenPrices } from './model-prices.ts';
import { openAiIdentity, openAiModel, type OpenAiModel } from './openai-model.ts';
import { openaiCompatibleCode } from './code/openai-code.ts';

/** A model behind any server that speaks the OpenAI API. */
export const openaiCompatible = defineComponent({
  type: 'models.openai-compatible',
  version: 1,
  title: { en: 'OpenAI-compatible model', fr: 'Modèle compatible OpenAI' },
  summary: {
    en: 'A model of any server that speaks the OpenAI API: Ollama, vLLM, LM Studio, one of your own.',
    fr: 'Un modèle de tout serveur qui parle l’API d’OpenAI : Ollama, vLLM, LM Studio ou le vôtre.',
  },
  documentation: {
    en: 'Asks a server by its address. Prompts leave for that address and no other. Use it for servers of your own house and for providers with an API in OpenAI’s manner. Ollama on this machine is reached at once; other addresses of this machine and of private networks have to be allowed by the operator (JACQUARD_ALLOWED_HOSTS). Hint: for Ollama the address is http://127.0.0.1:11434/v1.',
    fr: 'Interroge un serveur par son adresse. Les prompts partent à cette adresse et à nulle autre. À employer pour les serveurs de votre maison et les fournisseurs dont l’API suit celle d’OpenAI. Ollama sur cette machine est joint tout de suite ; les autres adresses de cette machine et des réseaux privés doivent être autorisées par l’opérateur (JACQUARD_ALLOWED_HOSTS). Astuce : pour Ollama, l’adresse est http://127.0.0.1:11434/v1.',
  },
  keywords: {
    en: 'Ollama vLLM LM Studio llama.cpp server API Mistral Groq OpenRouter LLM',
    fr: 'Ollama vLLM LM Studio llama.cpp serveur API Mistral Groq OpenRouter LLM',
  },
  icon: 'server',
  inputs: {
    baseUrl: text({
      label: { en: 'Address', fr: 'Adresse' },
      help: { en: 'With its version part, mostly /v1.', fr: 'Avec sa partie de version, le plus souvent /v1.' },
      placeholder: { en: 'http://127.0.0.1:11434/v1', fr: 'http://127.0.0.1:11434/v1' },
      fieldOnly: true,
    }),
    model: text({
      label: { en: 'Model', fr: 'Modèle' },
      help: { en: 'As the server names it.', fr: 'Tel que le serveur le nomme.' },
      fieldOnly: true,
      override: 'allowed',
    }),
    key: secret({
      label: { en: 'Key', fr: 'Clé' },
      help: {
        en: 'The name of a secret. Empty for servers without a key.',
        fr: 'Le nom d’un secret. Vide pour les serveurs sans clé.',
      },
      optional: true,
    }),
    ...modelSettings,
    ...modelPrices,
    takesSeed: boolean({
      label: { en: 'Takes a seed', fr: 'Accepte une graine' },
      help: {
        en: 'Turn it off for servers that refuse “seed”.',
        fr: 'À désactiver pour les serveurs qui refusent « seed ».',
      },
      default: true,
      fieldOnly: true,
      advanced: true,
    }),
    takesSchema: boolean({
      label: { en: 'Takes a JSON Schema', fr: 'Accepte un schéma JSON' },
      help: {
        en: 'Turn it off for servers that refuse “response_format”.',
        fr: 'À désactiver pour les serveurs qui refusent « response_format ».',
      },
      default: true,
      fieldOnly: true,
      advanced: true,
    }),
  },
  outputs: { model: component('chat-model') },
  reaches: 'address',
  reachesFrom: 'baseUrl',
  componentCode: openaiCompatibleCode,
  example: { inputs: { baseUrl: 'http://127.0.0.1:11434/v1', model: 'llama3.2' } },
  create: async ({ inputs, services }) => openAiModel(configurationOf(inputs), services.fetch),
  identify: async ({ inputs }) => openAiIdentity(configurationOf(inputs)),
});

interface Given extends GivenSettings, GivenPrices {
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: SecretHandle | undefined;
  readonly takesSeed: boolean;
  readonly takesSchema: boolean;
}

function configurationOf(inputs: Given): OpenAiModel {
  const { model, key, takesSeed, takesSchema } = inputs;
  return {
    baseUrl: baseUrlOf(inputs.baseUrl),
    model,
    secret: key,
    settings: settingsOf(inputs),
    prices: pricesOf(inputs),
    takesSeed,
    takesSchema,
  };
}
