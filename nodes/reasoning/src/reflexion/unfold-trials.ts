import type { Unfolding } from '@jacquard/node-kit';
import { ofSame } from '../vote/unfold-votes.ts';
import { actorPrompt, lastTrialPrompt, reflectionPrompt } from './prompts.ts';

const asking = { model: { of: 'model' }, ...ofSame(['temperature', 'maxTokens']) } as const;

/** From the second turn on: what the last trial teaches, and what the next one is told. */
const remembering: Unfolding['nodes'] = {
  again: {
    type: 'control.if',
    title: { en: 'Not the first trial?', fr: 'Pas le premier essai ?' },
    inputs: { value: { from: 'trial.attempt' }, compare: { from: 'trial.turn' }, comparison: 'greater', to: 0 },
  },
  why: {
    type: 'prompts.template',
    title: { en: 'What went wrong?', fr: 'Qu’est-ce qui a échoué ?' },
    inputs: {
      template: reflectionPrompt,
      task: { of: 'task' },
      attempt: { from: 'again.yes' },
      feedback: { from: 'trial.feedback' },
    },
  },
  reflect: {
    type: 'models.chat',
    title: { en: 'Reflect', fr: 'Réfléchir' },
    inputs: { ...asking, prompt: { from: 'why.text' } },
  },
  reflection: {
    type: 'reasoning.extract-answer',
    title: { en: 'Reflection without spaces around', fr: 'Réflexion sans espaces autour' },
    inputs: { text: { from: 'reflect.answer' }, extraction: 'whole' },
  },
  line: {
    type: 'prompts.template',
    title: { en: 'As an item', fr: 'Comme élément' },
    inputs: { template: '- {{reflection}}', reflection: { from: 'reflection.answer' } },
  },
  learnt: {
    type: 'data.join',
    title: { en: 'Learnt so far', fr: 'Appris jusqu’ici' },
    inputs: { texts: [{ from: 'trial.learnt' }, { from: 'line.text' }], separator: '\n' },
  },
  memory: {
    type: 'prompts.template',
    title: { en: 'Memory', fr: 'Mémoire' },
    inputs: {
      template: lastTrialPrompt,
      attempt: { from: 'again.yes' },
      feedback: { from: 'trial.feedback' },
      learnt: { from: 'learnt.text' },
    },
  },
};

/** The actor and its evaluator. */
const trying: Unfolding['nodes'] = {
  prompt: {
    type: 'data.join',
    title: { en: 'Task and memory', fr: 'Tâche et mémoire' },
    inputs: { texts: [{ of: 'task' }, { from: 'memory.text' }] },
  },
  act: {
    type: 'models.chat',
    title: { en: 'Try', fr: 'Essayer' },
    inputs: { ...asking, prompt: { from: 'prompt.text' } },
  },
  attempt: {
    type: 'reasoning.extract-answer',
    title: { en: 'Attempt without spaces around', fr: 'Essai sans espaces autour' },
    inputs: { text: { from: 'act.answer' }, extraction: 'whole' },
  },
  code: {
    type: 'reasoning.extract-answer',
    title: { en: 'Its code', fr: 'Son code' },
    inputs: { text: { from: 'attempt.answer' }, extraction: 'code', language: { of: 'language' } },
  },
  program: {
    type: 'control.merge',
    title: { en: 'The code, else all of it', fr: 'Le code, sinon le tout' },
    inputs: { values: [{ from: 'code.answer' }, { from: 'attempt.answer' }] },
  },
  tests: {
    type: 'tools.run-tests',
    inputs: { code: { from: 'program.value' }, ...ofSame(['language', 'tests']) },
  },
};

/** Keeps the trial that came nearest: the last one of those. */
const keeping: Unfolding['nodes'] = {
  better: {
    type: 'control.if',
    title: { en: 'As good as the best?', fr: 'Aussi bon que le meilleur ?' },
    inputs: {
      value: { from: 'attempt.answer' },
      compare: { from: 'tests.share' },
      comparison: 'at-least',
      to: { from: 'trial.share' },
    },
  },
  best: {
    type: 'control.merge',
    title: { en: 'Best so far', fr: 'Meilleur jusqu’ici' },
    inputs: { values: [{ from: 'better.yes' }, { from: 'trial.best' }] },
  },
  share: {
    type: 'data.arithmetic',
    title: { en: 'Its share of tests', fr: 'Sa part de tests' },
    inputs: { expression: 'max({{now}}, {{before}})', now: { from: 'tests.share' }, before: { from: 'trial.share' } },
  },
  row: {
    type: 'data.make-row',
    title: { en: 'This trial', fr: 'Cet essai' },
    inputs: {
      fields: ['learnt before', 'attempt', 'passed', 'feedback'],
      'learnt-before': { from: 'reflection.answer' },
      attempt: { from: 'attempt.answer' },
      passed: { from: 'tests.passed' },
      feedback: { from: 'tests.report' },
    },
  },
  table: {
    type: 'data.make-table',
    title: { en: 'All trials so far', fr: 'Tous les essais jusqu’ici' },
    inputs: { rows: [{ from: 'trial.rows' }, { from: 'row.row' }] },
  },
};

/** Reflexion as a loop with a memory: attempt, tests, and from the second turn on a reflection before it. Not where a model judges. */
export const unfoldedTrials: readonly Unfolding[] = [
  {
    when: [
      { input: 'evaluator', equals: 'tests' },
      { input: 'actorPrompt', equals: actorPrompt },
      { input: 'reflectionPrompt', equals: reflectionPrompt },
    ],
    differs: {
      en: 'The loop keeps all reflections, not only the last few (Ω); its table tells them in the row of the trial that follows.',
      fr: 'La boucle garde toutes les réflexions, pas seulement les dernières (Ω) ; son tableau les dit dans la ligne de l’essai qui suit.',
    },
    nodes: {
      trial: {
        type: 'control.repeat-until',
        title: { en: 'Until all tests pass', fr: 'Jusqu’à ce que tous les tests passent' },
        inputs: { max: { of: 'trials' } },
        state: {
          attempt: { first: '', next: { from: 'attempt.answer' } },
          feedback: { first: '', next: { from: 'tests.report' } },
          learnt: { first: '', next: { from: 'learnt.text' } },
          best: { first: '', next: { from: 'best.value' } },
          share: { first: 0, next: { from: 'share.result' } },
          rows: { first: { columns: [], rows: [] }, next: { from: 'table.table' } },
        },
        until: { from: 'tests.passed' },
        nodes: { ...remembering, ...trying, ...keeping },
        outputs: { answer: 'best.value', passed: 'tests.passed', trials: 'table.table' },
      },
    },
    outputs: { answer: 'trial.answer', passed: 'trial.passed', trials: 'trial.trials' },
  },
];
