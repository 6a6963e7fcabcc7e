import {
  boolean,
  defineNode,
  Problem,
  renderTemplate,
  table,
  text,
  trace,
  type CallBound,
  type Table,
} from '@jacquard/node-kit';
import { openAsker, type Asker } from './open-asker.ts';
import { judgeEvaluator, testEvaluator, type Evaluate } from './reflexion/evaluate-attempt.ts';
import { lastTrialPrompt } from './reflexion/prompts.ts';
import { reflexionInputs } from './reflexion/reflexion-inputs.ts';
import { unfoldedTrials } from './reflexion/unfold-trials.ts';

const bound: CallBound = {
  calls: [{ factors: [2, 'trials'] }, { factors: [1, 'trials'], when: [{ input: 'evaluator', equals: 'judge' }] }],
  tokens: 'maxTokens',
};

/**
 * Reflexion (Shinn et al. 2023, “Reflexion: Language Agents with Verbal Reinforcement Learning”): an actor tries, an evaluator tells
 * whether that passes, the model puts into words what it learns from a failure, and the next trial has the last Ω of these in its prompt.
 */
export const reflexion = defineNode({
  type: 'reasoning.reflexion',
  version: 1,
  title: { en: 'Reflexion', fr: 'Réflexion sur ses essais (Reflexion)' },
  summary: {
    en: 'Lets a model try, be tested, say what it learns from a failure, and try again.',
    fr: 'Laisse un modèle essayer, le teste, lui fait dire ce qu’il apprend d’un échec, et le fait réessayer.',
  },
  documentation: {
    en: 'After Shinn et al. 2023. A model rarely sees a mistake by looking at its own answer once more; a test that fails shows it. Here the actor answers; tests run its code in the closed sandbox, or a judge reads it; what failed goes back to the model, which says in its own words what went wrong; and with the last few of these reflections it tries again, until all tests pass or the trials are used up. The best trial is given, also when none passes: look at “Passed”. It costs two calls for each trial, three with a judge, and none after the first that passes. It helps where success can be checked: code with tests, forms, rules; with large models it solved a quarter more programming tasks than one try. It doesn’t help when the evaluator is wrong: a judge that says “pass” to anything ends it at once, and a very small model writes reflections that say nothing; the starter model rarely solves on the second trial what it didn’t on the first. Hint: keep some tests back for “Run tests”, since code may be written for the tests that it is shown.',
    fr: 'D’après Shinn et al. 2023. Un modèle voit rarement une faute en relisant sa propre réponse ; un test qui échoue la montre. Ici l’acteur répond ; des tests exécutent son code dans le bac à sable fermé, ou un juge le lit ; ce qui a échoué revient au modèle, qui dit dans ses mots ce qui n’allait pas ; et avec les dernières de ces réflexions il réessaie, jusqu’à ce que tous les tests passent ou que les essais soient épuisés. Le meilleur essai est donné, même si aucun ne passe : voyez « Réussi ». Cela coûte deux appels par essai, trois avec un juge, et aucun après le premier qui passe. Cela aide là où la réussite se vérifie : du code avec des tests, des formulaires, des règles ; avec de grands modèles, un quart de problèmes de programmation de plus qu’en un seul essai. Cela n’aide pas quand l’évaluateur se trompe : un juge qui accepte tout y met fin aussitôt, et un très petit modèle écrit des réflexions qui ne disent rien ; le modèle de départ résout rarement au second essai ce qu’il a manqué au premier. Astuce : gardez quelques tests pour « Exécuter des tests », car un code peut être écrit pour les tests qu’on lui montre.',
  },
  keywords: {
    en: 'verbal reinforcement actor critic coder tests retry memory self-reflection',
    fr: 'renforcement verbal acteur critique codeur tests réessayer mémoire auto-réflexion',
  },
  icon: 'iteration-cw',
  inputs: reflexionInputs,
  bound,
  unfolds: unfoldedTrials,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    passed: boolean({ label: { en: 'Passed', fr: 'Réussi' } }),
    trials: table({ label: { en: 'Trials', fr: 'Essais' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: [
          '```python\ndef add(a, b):\n    return a - b\n```',
          'I subtracted. Next time I add.',
          '```python\ndef add(a, b):\n    return a + b\n```',
        ],
      },
      task: 'Write a Python function add(a, b).',
      tests: 'assert add(1, 2) == 3',
    },
    outputs: { answer: '```python\ndef add(a, b):\n    return a + b\n```', passed: true },
  },
  async *run({ inputs, seed, signal, services }) {
    const asker = openAsker(bound, { inputs, seed, signal });
    const { task, tests = '', language, judge = inputs.model, maxTokens } = inputs;
    if (inputs.evaluator === 'tests' && tests.trim() === '') throw new Problem('tests-missing');
    const evaluate: Evaluate =
      inputs.evaluator === 'tests'
        ? testEvaluator(services.sandbox, { language, tests }, signal)
        : judgeEvaluator(
            { model: asker.budget.model(judge), prompt: inputs.judgePrompt, task, maxTokens, seed },
            signal,
          );
    const needed = inputs.evaluator === 'judge' ? 2 : 1;
    const trials: Trial[] = [];
    yield asker.begin();
    for (let trial = 1; trial <= inputs.trials; trial++) {
      if (!asker.budget.allows(needed)) return yield* endOf(asker, trials, 'budget');
      const prompt = renderTemplate(inputs.actorPrompt, { task, memory: memoryOf(trials, inputs.memory) }).trim();
      const attempt = await asker.ask(`attempt ${trial}`, prompt);
      yield trace('trial', { trial, text: attempt, from: { call: `attempt ${trial}` } });
      const { passed, share, feedback, items } = await evaluate(attempt, trial);
      for (const item of items) yield trace('test-result', { trial, ...item });
      trials.push({ attempt, passed, share, feedback, reflection: '' });
      if (passed) return yield* endOf(asker, trials, 'solved');
      if (trial === inputs.trials) break;
      if (!asker.budget.allows(1 + needed)) return yield* endOf(asker, trials, 'budget');
      const name = `reflection ${trial}`;
      const reflection = await asker.ask(name, renderTemplate(inputs.reflectionPrompt, { task, attempt, feedback }));
      trials[trial - 1] = { attempt, passed, share, feedback, reflection };
      yield trace('reflection', { trial, text: reflection, from: { call: name } });
    }
    return yield* endOf(asker, trials, 'exhausted');
  },
});

interface Trial {
  readonly attempt: string;
  readonly passed: boolean;
  readonly share: number;
  readonly feedback: string;
  /** Empty while there is none. */
  readonly reflection: string;
}

/** What the next trial is told: the last attempt with its feedback, and the last reflections. */
function memoryOf(trials: readonly Trial[], kept: number): string {
  const last = trials.at(-1);
  if (!last) return '';
  const { attempt, feedback } = last;
  const reflections = trials.map(({ reflection }) => reflection).filter((reflection) => reflection !== '');
  const learnt = reflections.slice(-kept).map((reflection) => `- ${reflection}`);
  return renderTemplate(learnt.length > 0 ? lastTrialPrompt : withoutLearnt, {
    attempt,
    feedback,
    learnt: learnt.join('\n'),
  });
}

const withoutLearnt = lastTrialPrompt.replace('What you have learnt so far:\n{{learnt}}\n\n', '');

/** The best trial: the one that passed, else the last of those that came nearest. */
function bestOf(trials: readonly Trial[]): Trial | undefined {
  const told = trials.filter(({ attempt }) => attempt !== '');
  return told.reduce<Trial | undefined>((best, trial) => (best && best.share > trial.share ? best : trial), undefined);
}

async function* endOf(asker: Asker, trials: readonly Trial[], reason: 'solved' | 'exhausted' | 'budget') {
  const best = bestOf(trials);
  if (!best && trials.length === 0) throw new Problem('budget-spent', { ...asker.budget.bound });
  if (!best) throw new Problem('reasoning-nothing-found', { answers: asker.budget.spent.calls });
  yield asker.end(reason);
  const rows = trials.map(({ attempt, passed, feedback, reflection }, index) => ({
    trial: index + 1,
    attempt,
    passed,
    feedback,
    reflection,
  }));
  const table: Table = { columns: ['trial', 'attempt', 'passed', 'feedback', 'reflection'], rows };
  return { answer: best.attempt, passed: best.passed, trials: table };
}
