import { component, defineComponent, secret, text, type EmbeddingsChoice, type SecretHandle } from '@jacquard/node-kit';
import { baseUrlOf } from './base-url-of.ts';

/** Embeddings behind any server that speaks the OpenAI API. */
export const openaiCompatibleEmbeddings = defineComponent({
  type: 'models.openai-compatible-embeddings',
  version: 1,
  title: { en: 'OpenAI-compatible embeddings', fr: 'Plongements compatibles OpenAI (embeddings)' },
  summary: {
    en: 'Turns texts into vectors by any server that speaks the OpenAI API.',
    fr: 'Transforme des textes en vecteurs par tout serveur qui parle l’API d’OpenAI.',
  },
  documentation: {
    en: 'Asks a server by its address for vectors. Texts leave for that address and no other. Use it for models that know your language better than the default, which knows English. Ollama on this machine is reached at once; other addresses of this machine and of private networks have to be allowed by the operator (JACQUARD_ALLOWED_HOSTS). Hint: vectors of unlike models don’t compare, so use the same one for passages and question.',
    fr: 'Demande des vecteurs à un serveur par son adresse. Les textes partent à cette adresse et à nulle autre. À employer pour des modèles qui connaissent votre langue mieux que celui par défaut, qui connaît l’anglais. Ollama sur cette machine est joint tout de suite ; les autres adresses de cette machine et des réseaux privés doivent être autorisées par l’opérateur (JACQUARD_ALLOWED_HOSTS). Astuce : les vecteurs de modèles différents ne se comparent pas ; prenez le même pour les passages et la question.',
  },
  keywords: {
    en: 'vector meaning semantic Ollama server API Mistral',
    fr: 'vecteur sens sémantique Ollama serveur API Mistral',
  },
  icon: 'waypoints',
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
    }),
    key: secret({
      label: { en: 'Key', fr: 'Clé' },
      help: {
        en: 'The name of a secret. Empty for servers without a key.',
        fr: 'Le nom d’un secret. Vide pour les serveurs sans clé.',
      },
      optional: true,
    }),
  },
  outputs: { embeddings: component('embeddings') },
  reaches: 'address',
  reachesFrom: 'baseUrl',
  example: { inputs: { baseUrl: 'http://127.0.0.1:11434/v1', model: 'bge-m3' } },
  create: async ({ inputs, services, signal }) => services.embeddings.open(choiceOf(inputs), signal),
  identify: async ({ inputs, services }) => ({
    embeddings: (await services.embeddings.describe(choiceOf(inputs))).identity,
    secret: inputs.key?.secret ?? null,
  }),
});

interface Given {
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: SecretHandle | undefined;
}

function choiceOf({ baseUrl, model, key }: Given): EmbeddingsChoice {
  return { url: baseUrlOf(baseUrl), model, ...(key && { secret: key.secret }) };
}
