import { component, defineNode, list, number, Problem, text } from '@jacquard/node-kit';
import { temperatureInput } from './answer-inputs.ts';

/** Has a model go on with a text as it stands. */
export const complete = defineNode({
  type: 'models.complete',
  version: 1,
  title: { en: 'Complete text', fr: 'Compléter un texte' },
  summary: {
    en: 'Has a model go on with a text as it stands, without a chat.',
    fr: 'Fait continuer un texte tel quel par un modèle, sans conversation.',
  },
  documentation: {
    en: 'The text is given to the model without its chat form, and the model goes on with it. Use it for models that know no chat, for few-shot prompts whose pattern must go on, and to see what a model does with a bare text. It knows no questions and instructions: begin what you want to read. Hint: give it a line break as a text to stop at when one line is enough.',
    fr: 'Le texte est donné au modèle sans sa forme de conversation, et le modèle continue. À employer pour des modèles sans conversation, pour des prompts few-shot dont le motif doit continuer, et pour voir ce qu’un modèle fait d’un texte nu. Il ne connaît ni questions ni consignes : commencez ce que vous voulez lire. Astuce : donnez-lui un saut de ligne comme texte d’arrêt quand une ligne suffit.',
  },
  keywords: { en: 'completion base model raw continue text', fr: 'complétion modèle de base brut continuer texte' },
  icon: 'text-cursor-input',
  inputs: {
    model: component('chat-model'),
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    temperature: temperatureInput,
    maxTokens: number({
      label: { en: 'Longest continuation', fr: 'Longueur maximale' },
      unit: 'tokens',
      min: 1,
      integer: true,
      default: 128,
    }),
    stop: list(text({ label: { en: 'Text', fr: 'Texte' } }), {
      label: { en: 'Stop at', fr: 'S’arrêter à' },
      help: {
        en: 'Texts at which the continuation ends, one a line; \\n is a line break.',
        fr: 'Textes auxquels la suite se termine, un par ligne ; \\n est un saut de ligne.',
      },
      field: 'lines',
      optional: true,
      advanced: true,
    }),
    seed: number({
      label: { en: 'Seed', fr: 'Graine' },
      help: {
        en: 'The same seed gives the same text, where the model can.',
        fr: 'La même graine donne le même texte, si le modèle le permet.',
      },
      min: 0,
      integer: true,
      optional: true,
      advanced: true,
    }),
  },
  outputs: { text: text({ label: { en: 'Continuation', fr: 'Suite' }, streams: true, main: true }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: { model: { fake: 'chat-model', replies: [' a machine.'] }, text: 'A loom is' },
    outputs: { text: ' a machine.' },
  },
  async *run({ inputs, seed, signal }) {
    const { model, temperature, maxTokens, stop } = inputs;
    if (!model.complete) throw new Problem('model-cannot-complete', { model: model.name });
    if (inputs.text === '') throw new Problem('text-to-read-empty');
    const ends = stop?.map((end) => end.replaceAll('\\n', '\n')).filter((end) => end !== '');
    let written = '';
    for await (const chunk of model.complete(inputs.text, { temperature, maxTokens, stop: ends, seed, signal })) {
      if (chunk.text === '') continue;
      written += chunk.text;
      yield { port: 'text', delta: chunk.text };
    }
    return { text: written };
  },
});
