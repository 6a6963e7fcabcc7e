import { choice, component, defineComponent, text, type JsonValue } from '@jacquard/node-kit';
import { recordedChatModel, recordingModes } from './recorded-chat-model.ts';

/** A chat model whose answers are kept in a file and given again. */
export const recordedModel = defineComponent({
  type: 'models.recorded-model',
  version: 1,
  title: { en: 'Recorded model', fr: 'Modèle enregistré' },
  summary: {
    en: 'Records what a model answers, and gives the same answers again without it.',
    fr: 'Enregistre ce qu’un modèle répond, et redonne les mêmes réponses sans lui.',
  },
  documentation: {
    en: 'Stands between a model and the nodes that ask it. While it records, answers are written to a small file that people can read, NAME.recording.jsonl, beside the flows of a project folder or else in Jacquard’s folder: prompts and answers, no key and no address. When it replays, each prompt gets its recorded answers in their order, and each run begins with the first; so a flow gives the same every time, without a model, at no cost: a test, a lesson without a network, an example that is sure to work. A prompt is found by its messages and by what decides the form of the answer (schema, grammar, tools, texts to stop at); temperature, seed and longest answer don’t count. A prompt that has no recording fails and tells the nearest one. Hint: “Replay, and record what is new” is the one to work with; change to “Replay” for tests, and record anew once a prompt has changed.',
    fr: 'Se place entre un modèle et les nœuds qui l’interrogent. Quand il enregistre, les réponses s’écrivent dans un petit fichier lisible, NOM.recording.jsonl, à côté des flux d’un dossier de projet ou sinon dans le dossier de Jacquard : des prompts et des réponses, ni clé ni adresse. Quand il rejoue, chaque prompt reçoit ses réponses enregistrées dans leur ordre, et chaque exécution repart de la première ; un flux donne ainsi toujours la même chose, sans modèle et sans frais : un test, un cours sans réseau, un exemple qui marche à coup sûr. Un prompt se retrouve par ses messages et par ce qui décide de la forme de la réponse (schéma, grammaire, outils, textes d’arrêt) ; température, graine et longueur maximale ne comptent pas. Un prompt sans enregistrement échoue et nomme le plus proche. Astuce : travaillez avec « Rejouer, et enregistrer le nouveau » ; passez à « Rejouer » pour des tests, et réenregistrez quand un prompt a changé.',
  },
  keywords: {
    en: 'record replay cassette mock test offline deterministic fixture',
    fr: 'enregistrer rejouer cassette simuler test hors ligne déterministe',
  },
  icon: 'cassette-tape',
  inputs: {
    model: component('chat-model', {
      help: { en: 'Not needed to replay.', fr: 'Inutile pour rejouer.' },
      optional: true,
    }),
    recording: text({
      label: { en: 'Name', fr: 'Nom' },
      help: { en: 'Of the recording, without an ending.', fr: 'De l’enregistrement, sans extension.' },
      default: 'answers',
      fieldOnly: true,
    }),
    mode: choice(recordingModes, {
      label: { en: 'Mode', fr: 'Mode' },
      default: 'fill',
      fieldOnly: true,
      override: 'never',
    }),
  },
  outputs: { model: component('chat-model') },
  reaches: 'nothing',
  example: { inputs: { recording: 'answers', mode: 'replay' } },
  async create({ inputs: { model, recording, mode }, services, signal }) {
    return recordedChatModel({ inner: model, mode, recording: await services.recordings.open(recording, signal) });
  },
  async identify({ inputs: { model, recording, mode }, services }): Promise<JsonValue> {
    const content = (await services.recordings.identify(recording)) ?? null;
    if (mode === 'replay') return { mode, content };
    return { mode, content, recording, model: (model as JsonValue | undefined) ?? null }; // boundary: a component's inputs are identified, not built
  },
});
