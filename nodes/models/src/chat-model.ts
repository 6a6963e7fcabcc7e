import { component, defineComponent, text } from '@jacquard/node-kit';
import { localModelSettings, localSettingsOf, modelSettings } from './model-settings.ts';
import { chatModelCode } from './code/openai-code.ts';

/** A model of this machine, or the default one. */
export const chatModel = defineComponent({
  type: 'models.chat-model',
  version: 1,
  title: { en: 'Chat model', fr: 'Modèle de langage' },
  summary: {
    en: 'A model that runs on this machine, or the default one.',
    fr: 'Un modèle exécuté sur cette machine, ou le modèle par défaut.',
  },
  documentation: {
    en: 'Gives a language model to the nodes that ask for one. “default” is the model chosen on the models page, so that a flow works on every machine. Use it for everything that should stay on this machine. Hint: a low temperature repeats itself, a high one surprises.',
    fr: 'Fournit un modèle de langage aux nœuds qui en demandent un. « default » désigne le modèle choisi à la page des modèles : ainsi un flux fonctionne sur toute machine. À employer pour tout ce qui doit rester sur cette machine. Astuce : une température basse se répète, une température haute surprend.',
  },
  keywords: { en: 'LLM local llama gguf language model', fr: 'LLM local llama gguf modèle de langage' },
  icon: 'cpu',
  inputs: {
    model: text({
      label: { en: 'Model', fr: 'Modèle' },
      help: {
        en: '“default”, or a model of the models page.',
        fr: '« default », ou un modèle de la page des modèles.',
      },
      default: 'default',
      field: 'model',
      fieldOnly: true,
    }),
    ...modelSettings,
    ...localModelSettings,
  },
  outputs: { model: component('chat-model') },
  reaches: 'model',
  componentCode: chatModelCode,
  example: { inputs: { model: 'default', temperature: 0.2 } },
  create: ({ inputs, services, signal }) => services.models.chat(inputs.model, localSettingsOf(inputs), signal),
  async identify({ inputs, services }) {
    const { id, sha256 } = await services.models.identify(inputs.model);
    return { id, sha256, settings: localSettingsOf(inputs) };
  },
});
