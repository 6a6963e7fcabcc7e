import { choice, codeLanguages, component, number, text } from '@jacquard/node-kit';
import { spendingInputs } from '../spending-inputs.ts';
import { actorPrompt, judgePrompt, reflectionPrompt } from './prompts.ts';

const byTests = { input: 'evaluator', equals: 'tests' } as const;
const byJudge = { input: 'evaluator', equals: 'judge' } as const;

/** What Reflexion is given, named as in its paper. */
export const reflexionInputs = {
  model: component('chat-model', { label: { en: 'Actor', fr: 'Acteur' } }),
  task: text({ label: { en: 'Task', fr: 'Tâche' }, multiline: true }),
  evaluator: choice(
    {
      tests: { en: 'tests that run its code', fr: 'des tests qui exécutent son code' },
      judge: { en: 'a model', fr: 'un modèle' },
    },
    { label: { en: 'Evaluated by', fr: 'Évalué par' }, default: 'tests', fieldOnly: true },
  ),
  language: choice(codeLanguages, {
    label: { en: 'Language', fr: 'Langage' },
    default: 'python',
    visibleWhen: byTests,
  }),
  tests: text({
    label: { en: 'Tests', fr: 'Tests' },
    help: {
      en: 'One a line, or paragraphs with an empty line between them.',
      fr: 'Un par ligne, ou des paragraphes séparés par une ligne vide.',
    },
    multiline: true,
    field: 'code',
    optional: true,
    visibleWhen: byTests,
  }),
  judge: component('chat-model', {
    label: { en: 'Judge', fr: 'Juge' },
    help: { en: 'Without one the actor judges itself.', fr: 'Sans lui, l’acteur se juge lui-même.' },
    optional: true,
    visibleWhen: byJudge,
  }),
  trials: number({
    label: { en: 'Most trials', fr: 'Essais au plus' },
    integer: true,
    min: 1,
    max: 20,
    default: 4,
  }),
  memory: number({
    label: { en: 'Reflections kept (Ω)', fr: 'Réflexions gardées (Ω)' },
    help: {
      en: 'The last ones stand in the prompt of the next trial.',
      fr: 'Les dernières figurent dans le prompt de l’essai suivant.',
    },
    integer: true,
    min: 1,
    max: 10,
    default: 3,
    advanced: true,
  }),
  actorPrompt: text({
    label: { en: 'Actor’s prompt', fr: 'Prompt de l’acteur' },
    help: {
      en: '{{task}} and {{memory}} (last attempt, feedback and reflections) are filled in.',
      fr: '{{task}} et {{memory}} (dernier essai, retour et réflexions) sont remplis.',
    },
    multiline: true,
    default: actorPrompt,
    advanced: true,
  }),
  reflectionPrompt: text({
    label: { en: 'Reflection prompt', fr: 'Prompt de la réflexion' },
    help: {
      en: '{{task}}, {{attempt}} and {{feedback}} are filled in.',
      fr: '{{task}}, {{attempt}} et {{feedback}} sont remplis.',
    },
    multiline: true,
    default: reflectionPrompt,
    advanced: true,
  }),
  judgePrompt: text({
    label: { en: 'Judge’s prompt', fr: 'Prompt du juge' },
    help: { en: '{{task}} and {{attempt}} are filled in.', fr: '{{task}} et {{attempt}} sont remplis.' },
    multiline: true,
    default: judgePrompt,
    advanced: true,
    visibleWhen: byJudge,
  }),
  ...spendingInputs(512),
} as const;
