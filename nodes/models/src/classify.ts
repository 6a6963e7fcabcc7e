import {
  anyChoice,
  choice,
  component,
  defineNode,
  list,
  number,
  Problem,
  table,
  text,
  type Message,
} from '@jacquard/node-kit';
import { chooseLabel } from './choose-label.ts';
import { classifyCode } from './code/classify-code.ts';

/** Has a model give a text one of several labels. */
export const classify = defineNode({
  type: 'models.classify',
  version: 1,
  title: { en: 'Classify', fr: 'Classer' },
  summary: {
    en: 'Has a model give a text one of your labels.',
    fr: 'Fait attribuer par un modèle l’une de vos étiquettes à un texte.',
  },
  documentation: {
    en: 'The answer is always one of the labels. A model that can weigh answers gives a confidence for each label; others are held to the labels, or asked again when they answer something else. Use it to sort mail, to find a tone, to choose a way with a switch. Hint: labels are read by the model, so write words that say what they mean, and explain close ones in the instructions.',
    fr: 'La réponse est toujours l’une des étiquettes. Un modèle qui sait peser des réponses donne une confiance à chacune ; les autres sont tenus aux étiquettes, ou interrogés une seconde fois s’ils répondent autre chose. À employer pour trier du courrier, reconnaître un ton, choisir une voie avec un aiguillage. Astuce : le modèle lit les étiquettes ; choisissez des mots parlants et expliquez les plus proches dans les consignes.',
  },
  keywords: { en: 'label category sentiment route intent', fr: 'étiquette catégorie sentiment intention tri' },
  icon: 'tags',
  inputs: {
    model: component('chat-model'),
    text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }),
    labels: list(text({ label: { en: 'Label', fr: 'Étiquette' } }), {
      label: { en: 'Labels', fr: 'Étiquettes' },
      help: { en: 'One a line.', fr: 'Une par ligne.' },
      field: 'lines',
      fieldOnly: true,
    }),
    instructions: text({
      label: { en: 'Instructions', fr: 'Consignes' },
      help: { en: 'What the labels mean.', fr: 'Ce que veulent dire les étiquettes.' },
      multiline: true,
      optional: true,
    }),
    by: choice(
      {
        probabilities: { en: 'by probabilities', fr: 'par les probabilités' },
        answer: { en: 'by a written answer', fr: 'par une réponse écrite' },
      },
      {
        label: { en: 'Choose', fr: 'Choisir' },
        help: {
          en: 'By probabilities nothing is written: quicker, and with a confidence. Models that can’t do it write.',
          fr: 'Par les probabilités, rien n’est écrit : plus rapide, et avec une confiance. Les modèles qui ne le peuvent pas écrivent.',
        },
        default: 'probabilities',
        fieldOnly: true,
        advanced: true,
      },
    ),
    seed: number({ label: { en: 'Seed', fr: 'Graine' }, min: 0, integer: true, optional: true, advanced: true }),
  },
  outputs: {
    label: anyChoice({ label: { en: 'Label', fr: 'Étiquette' }, main: true }),
    confidences: table({
      label: { en: 'Confidence of each label', fr: 'Confiance par étiquette' },
      help: {
        en: 'From 0 to 1, the highest first; empty where the model can’t tell.',
        fr: 'De 0 à 1, la plus haute d’abord ; vide si le modèle ne peut le dire.',
      },
    }),
  },
  portsFrom: [{ rule: 'choice-options', input: 'labels', port: 'label' }],
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  code: classifyCode,
  example: {
    inputs: {
      model: { fake: 'chat-model', replies: ['Complaint.'] },
      text: 'The heddle broke on the first day.',
      labels: ['question', 'complaint', 'thanks'],
    },
    outputs: { label: 'complaint' },
  },
  async run({ inputs, seed, signal }) {
    const labels = [...new Set(inputs.labels.map((label) => label.trim()).filter((label) => label !== ''))];
    if (labels.length < 2) throw new Problem('labels-too-few', { labels });
    const asked = questionOf(inputs.text, labels, inputs.instructions);
    const { label, confidences } = await chooseLabel(inputs.model, asked, labels, {
      seed,
      signal,
      isWritten: inputs.by === 'answer',
    });
    const rows = labels
      .map((name) => ({ label: name, confidence: confidences?.get(name) ?? null }))
      .sort((one, other) => (other.confidence ?? 0) - (one.confidence ?? 0));
    return { label, confidences: { columns: ['label', 'confidence'], rows } };
  },
});

function questionOf(given: string, labels: readonly string[], instructions = ''): readonly Message[] {
  const names = labels.map((label) => `- ${label}`).join('\n');
  const task = `Which label fits the text best? Answer with one of these labels and nothing else:\n${names}`;
  return [
    { role: 'system', content: instructions.trim() === '' ? task : `${task}\n\n${instructions}` },
    { role: 'user', content: given },
  ];
}
