import {
  component,
  defineNode,
  number,
  Problem,
  renderTemplate,
  table,
  text,
  trace,
  type CallBound,
  type Table,
} from '@jacquard/node-kit';
import { openAsker, type Asker } from './open-asker.ts';
import { saysStop } from './refine/says-stop.ts';
import { spendingInputs } from './spending-inputs.ts';

const bound: CallBound = { calls: [{ factors: [1] }, { factors: [2, 'iterations'] }], tokens: 'maxTokens' };

const feedbackPrompt = `Task: {{task}}

Answer:
{{answer}}

What should be improved in this answer? Be specific: name what is wrong or missing, and what to do about it. If nothing needs to be improved, write only: {{stop}}`;

const refinePrompt = `Task: {{task}}

{{history}}

Write the answer again, improved as the last feedback says. Write the improved answer and nothing else.`;

/**
 * Self-refine (Madaan et al. 2023, “Self-Refine: Iterative Refinement with Self-Feedback”): one model writes, criticises what it wrote and
 * writes again with all earlier attempts and feedback at hand, until the feedback says that nothing is left to improve.
 */
export const selfRefine = defineNode({
  type: 'reasoning.self-refine',
  version: 1,
  title: { en: 'Self-refine', fr: 'Auto-amélioration (self-refine)' },
  summary: {
    en: 'Has the model criticise its own answer and write it again, until it finds nothing more to improve.',
    fr: 'Fait critiquer au modèle sa propre réponse et la récrire, jusqu’à ce qu’il n’y trouve plus rien à améliorer.',
  },
  documentation: {
    en: 'After Madaan et al. 2023. Some qualities are easier to judge than to reach at once: tone, completeness, form. The model writes, says what should be better, and writes again; each time it sees all earlier attempts with their feedback. It ends when the feedback holds the stop sign on a line of its own, when a new attempt changes nothing, or after so many iterations. It costs one call, and two for each iteration. It helps with texts, and with large models; it doesn’t help with sums, where a model that calculates wrongly also checks wrongly (use a vote or a program there), and a very small model finds fault with good answers or praises bad ones: with the starter model the first attempt is mostly the best. Hint: say in the feedback prompt what counts for you.',
    fr: 'D’après Madaan et al. 2023. Certaines qualités se jugent plus facilement qu’elles ne s’atteignent du premier coup : le ton, la complétude, la forme. Le modèle écrit, dit ce qui devrait être meilleur, puis récrit ; chaque fois il voit tous les essais précédents avec leur critique. Il s’arrête quand la critique porte le signe d’arrêt sur une ligne à part, quand un nouvel essai ne change rien, ou après tant d’itérations. Cela coûte un appel, plus deux par itération. Cela aide pour des textes, et avec de grands modèles ; cela n’aide pas pour le calcul, où un modèle qui compte mal vérifie mal aussi (employez-y un vote ou un programme), et un très petit modèle reproche aux bonnes réponses ou loue les mauvaises : avec le modèle de départ, le premier essai est le plus souvent le meilleur. Astuce : dites dans le prompt de la critique ce qui compte pour vous.',
  },
  keywords: {
    en: 'feedback critique revise iterate improve',
    fr: 'critique retour réviser itérer améliorer',
  },
  icon: 'refresh-cw',
  inputs: {
    model: component('chat-model'),
    task: text({ label: { en: 'Task', fr: 'Tâche' }, multiline: true }),
    iterations: number({
      label: { en: 'Most iterations', fr: 'Itérations au plus' },
      integer: true,
      min: 1,
      max: 10,
      default: 3,
    }),
    stop: text({
      label: { en: 'Stop sign', fr: 'Signe d’arrêt' },
      help: {
        en: 'What the feedback says when nothing is left to improve.',
        fr: 'Ce que dit la critique quand il ne reste rien à améliorer.',
      },
      default: 'Nothing to improve.',
      advanced: true,
    }),
    feedbackPrompt: text({
      label: { en: 'Feedback prompt', fr: 'Prompt de la critique' },
      help: {
        en: '{{task}}, {{answer}} and {{stop}} are filled in.',
        fr: '{{task}}, {{answer}} et {{stop}} sont remplis.',
      },
      multiline: true,
      default: feedbackPrompt,
      advanced: true,
    }),
    refinePrompt: text({
      label: { en: 'Refinement prompt', fr: 'Prompt de la réécriture' },
      help: {
        en: '{{task}} and {{history}} (attempts with their feedback) are filled in.',
        fr: '{{task}} et {{history}} (les essais et leur critique) sont remplis.',
      },
      multiline: true,
      default: refinePrompt,
      advanced: true,
    }),
    ...spendingInputs(256),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    attempts: table({ label: { en: 'Attempts and feedback', fr: 'Essais et critiques' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: ['Looms are good.', 'Say what for.', 'Looms are good for cloth.', 'Nothing to improve.'],
      },
      task: 'Praise the loom in one sentence.',
    },
    outputs: { answer: 'Looms are good for cloth.' },
  },
  async *run({ inputs, seed, signal }) {
    const { task, iterations, stop } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    yield asker.begin();
    const attempts: Attempt[] = [{ text: await asker.ask('attempt 1', task), feedback: '' }];
    yield trialOf(attempts);
    for (let turn = 1; ; turn += 1) {
      if (turn > iterations) return yield* endOf(asker, attempts, 'exhausted');
      if (!asker.budget.allows(2)) return yield* endOf(asker, attempts, 'budget');
      const last = attempts[attempts.length - 1] as Attempt; // boundary: there is one from the first on
      const feedback = await asker.ask(
        `feedback ${turn}`,
        renderTemplate(inputs.feedbackPrompt, { task, answer: last.text, stop }),
      );
      attempts[attempts.length - 1] = { ...last, feedback };
      yield trace('reflection', { trial: attempts.length, text: feedback, from: { call: `feedback ${turn}` } });
      if (saysStop(feedback, stop)) return yield* endOf(asker, attempts, 'solved');
      const refined = await asker.ask(
        `attempt ${turn + 1}`,
        renderTemplate(inputs.refinePrompt, { task, history: historyOf(attempts) }),
      );
      if (refined === '' || refined === last.text) return yield* endOf(asker, attempts, 'exhausted');
      attempts.push({ text: refined, feedback: '' });
      yield trialOf(attempts);
    }
  },
});

interface Attempt {
  readonly text: string;
  /** Empty while there is none. */
  readonly feedback: string;
}

function trialOf(attempts: readonly Attempt[]) {
  const trial = attempts.length;
  return trace('trial', { trial, text: attempts.at(-1)?.text ?? '', from: { call: `attempt ${trial}` } });
}

function historyOf(attempts: readonly Attempt[]): string {
  return attempts.map(({ text: answer, feedback }) => `Answer:\n${answer}\n\nFeedback:\n${feedback}`).join('\n\n');
}

async function* endOf(asker: Asker, attempts: readonly Attempt[], reason: 'exhausted' | 'budget' | 'solved') {
  const answer = attempts.at(-1)?.text ?? '';
  if (answer === '') throw new Problem('reasoning-nothing-found', { answers: asker.budget.spent.calls });
  yield asker.end(reason);
  const rows = attempts.map((attempt, index) => ({ attempt: index + 1, ...attempt }));
  const table: Table = { columns: ['attempt', 'text', 'feedback'], rows };
  return { answer, attempts: table };
}
