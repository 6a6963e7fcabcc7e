import {
  choice,
  component,
  equalityKinds,
  extractionInputs,
  extractionKinds,
  list,
  number,
  table,
  text,
} from '@jacquard/node-kit';
import { spendingInputs } from '../spending-inputs.ts';

const template = 'Instruction: {{prompt}}\n\nInput: {{input}}\nOutput:';

const { exact, normalised, numeric, overlap } = equalityKinds;

/** How many prompts compete: named as in Zhou et al. 2022. */
const searchInputs = {
  proposals: number({
    label: { en: 'Proposals', fr: 'Propositions' },
    help: { en: 'Prompts that are induced from examples.', fr: 'Prompts induits à partir d’exemples.' },
    integer: true,
    min: 0,
    max: 100,
    default: 6,
  }),
  rounds: number({
    label: { en: 'Rounds', fr: 'Tours' },
    help: { en: 'Each varies the best so far.', fr: 'Chacun varie les meilleurs jusque-là.' },
    integer: true,
    min: 0,
    max: 10,
    default: 1,
  }),
  variations: number({
    label: { en: 'Variations a round', fr: 'Variations par tour' },
    integer: true,
    min: 1,
    max: 100,
    default: 4,
    advanced: true,
  }),
  keep: number({
    label: { en: 'Kept of each round', fr: 'Gardés à chaque tour' },
    help: {
      en: 'The best so many are varied, and scored on what was held out.',
      fr: 'Les meilleurs sont variés, et notés sur les exemples mis de côté.',
    },
    integer: true,
    min: 1,
    max: 20,
    default: 2,
    advanced: true,
  }),
  demonstrations: number({
    label: { en: 'Examples shown to induce', fr: 'Exemples montrés pour induire' },
    integer: true,
    min: 1,
    max: 50,
    default: 5,
    advanced: true,
  }),
  scored: number({
    label: { en: 'Scored on', fr: 'Notés sur' },
    help: { en: 'So many examples.', fr: 'Tant d’exemples.' },
    integer: true,
    min: 1,
    max: 1000,
    default: 10,
  }),
  heldOut: number({
    label: { en: 'Held out', fr: 'Mis de côté' },
    help: {
      en: 'So many examples, at most a third of the table.',
      fr: 'Tant d’exemples, au plus un tiers du tableau.',
    },
    integer: true,
    min: 0,
    max: 1000,
    default: 10,
  }),
};

/** What the optimisation of a prompt is given. */
export const optimiseInputs = {
  model: component('chat-model'),
  proposer: component('chat-model', {
    label: { en: 'Model that proposes', fr: 'Modèle qui propose' },
    help: { en: 'If another is to write the prompts.', fr: 'Si un autre doit écrire les prompts.' },
    optional: true,
  }),
  examples: table({
    label: { en: 'Examples', fr: 'Exemples' },
    help: { en: 'Input first, right output second.', fr: 'D’abord l’entrée, puis la sortie juste.' },
    field: 'table',
  }),
  start: list(text({ label: { en: 'Prompt', fr: 'Prompt' } }), {
    label: { en: 'Prompts of your own', fr: 'Vos propres prompts' },
    help: { en: 'One a line; they compete from the start.', fr: 'Un par ligne ; ils concourent dès le début.' },
    field: 'lines',
    optional: true,
  }),
  ...searchInputs,
  scoring: choice(
    {
      accuracy: { en: 'by accuracy of the answers', fr: 'par l’exactitude des réponses' },
      likelihood: { en: 'by likelihood of the right outputs', fr: 'par la vraisemblance des sorties justes' },
    },
    { label: { en: 'Score', fr: 'Noter' }, default: 'accuracy', fieldOnly: true },
  ),
  template: text({
    label: { en: 'Prompt and input', fr: 'Prompt et entrée' },
    help: {
      en: '{{prompt}} and {{input}} stand for the two.',
      fr: '{{prompt}} et {{input}} les représentent.',
    },
    multiline: true,
    default: template,
    advanced: true,
  }),
  equality: choice(
    { normalised, exact, numeric, overlap },
    {
      label: { en: 'Right is', fr: 'Est juste' },
      help: { en: 'When an answer counts as the right output.', fr: 'Quand une réponse compte comme la sortie juste.' },
      default: 'normalised',
      fieldOnly: true,
      advanced: true,
    },
  ),
  ...extractionInputs,
  extraction: choice(extractionKinds, {
    label: { en: 'Where the answer stands', fr: 'Où se trouve la réponse' },
    default: 'final',
    fieldOnly: true,
    advanced: true,
  }),
  ...spendingInputs(48),
  temperature: number({
    label: { en: 'Temperature of proposals', fr: 'Température des propositions' },
    help: {
      en: 'Answers that are scored are drawn at 0.',
      fr: 'Les réponses notées sont tirées à 0.',
    },
    min: 0,
    max: 2,
    default: 0.9,
    advanced: true,
  }),
};
