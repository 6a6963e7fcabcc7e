import {
  defineSwitch,
  extractAnswer as extract,
  extractionInputs,
  extractionOf,
  boolean,
  text,
} from '@jacquard/node-kit';
import { extractAnswerCode } from './code/vote-code.ts';

/** Reads the answer out of what a model wrote. */
export const extractAnswer = defineSwitch({
  type: 'reasoning.extract-answer',
  version: 1,
  title: { en: 'Extract the answer', fr: 'Extraire la réponse' },
  summary: {
    en: 'Reads the answer out of a text that a model wrote: its last number, what follows a marker, a letter, a field, code.',
    fr: 'Lit la réponse dans un texte écrit par un modèle : son dernier nombre, ce qui suit un repère, une lettre, un champ, du code.',
  },
  documentation: {
    en: 'A model that reasons writes more than its answer. This reads it out in one of nine ways, without asking a model: the usual place (after “Answer:” or the like, else in \\boxed{…}, else the last line), the whole text, the last number, after a marker of yours, in \\boxed{…}, the letter of a multiple choice, a field of JSON, a code block, or what matches a pattern (RE2). Where something stands several times, the last one counts. Nothing found: “Answer” stays empty, and what hangs on it doesn’t run. Use it between a model and whatever compares, counts or calculates; self-consistency and the other strategies do the same inside. Hint: tell the model in the prompt how to end, “end with a line Answer: …”, and choose that marker.',
    fr: 'Un modèle qui raisonne écrit plus que sa réponse. Ce nœud la lit de neuf façons, sans interroger de modèle : la place habituelle (après « Réponse : » ou un repère voisin, sinon dans \\boxed{…}, sinon la dernière ligne), le texte entier, le dernier nombre, après un repère à vous, dans \\boxed{…}, la lettre d’un choix multiple, un champ de JSON, un bloc de code, ou ce qui répond à un motif (RE2). Ce qui s’y trouve plusieurs fois compte à sa dernière place. Rien de trouvé : « Réponse » reste vide, et ce qui en dépend ne s’exécute pas. À employer entre un modèle et ce qui compare, compte ou calcule ; l’autocohérence et les autres stratégies en font autant à l’intérieur. Astuce : dites au modèle dans le prompt comment finir, « finis par une ligne Réponse : … », et choisissez ce repère.',
  },
  keywords: {
    en: 'parse final answer number boxed multiple choice GSM8K MATH code block regex',
    fr: 'lire réponse finale nombre boxed choix multiple GSM8K MATH bloc de code regex',
  },
  icon: 'text-select',
  inputs: { text: text({ label: { en: 'Text', fr: 'Texte' }, multiline: true }), ...extractionInputs },
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    found: boolean({ label: { en: 'Found', fr: 'Trouvée' } }),
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: extractAnswerCode,
  example: {
    inputs: { text: 'Three looms weave 6 metres each.\n3 × 6 = 18\nAnswer: 18 metres', extraction: 'final' },
    outputs: { answer: '18 metres', found: true },
  },
  async run({ inputs }) {
    const answer = await extract(inputs.text, extractionOf(inputs));
    return { ...(answer !== undefined && { answer }), found: answer !== undefined };
  },
});
