import {
  component,
  defineNode,
  number,
  renderTemplate,
  table,
  text,
  trace,
  type CallBound,
  type Table,
} from '@jacquard/node-kit';
import { openAsker, type Asker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { readList } from './read-list.ts';
import { spendingInputs } from './spending-inputs.ts';
import { streamAnswer } from './stream-answer.ts';

const bound: CallBound = { calls: [{ factors: [2] }, { factors: ['subquestions'] }], tokens: 'maxTokens' };

const decomposition = `Break the problem down into simpler questions, each of which the answers before it help with. Write the questions as a numbered list, the easiest first, and nothing else.

Problem: A loom weaves 3 metres an hour and works 8 hours a day. How much does it weave in 5 days?
Questions:
1. How much does it weave in one day?
2. How much does it weave in 5 days?

Problem: {{question}}
Questions:`;

/**
 * Least-to-most prompting (Zhou et al. 2022, “Least-to-Most Prompting Enables Complex Reasoning in Large Language Models”): the problem is
 * broken down into subquestions, which are answered in order, each with the answers before it at hand; the problem itself comes last.
 */
export const leastToMost = defineNode({
  type: 'reasoning.least-to-most',
  version: 1,
  title: { en: 'Least to most', fr: 'Du plus simple au plus complexe (least-to-most)' },
  summary: {
    en: 'Breaks a problem down into simpler questions and answers them in order, each with the earlier answers at hand.',
    fr: 'Décompose un problème en questions plus simples et y répond dans l’ordre, chacune à l’aide des réponses précédentes.',
  },
  documentation: {
    en: 'After Zhou et al. 2022. A chain of thought fails on problems that are harder than those it has seen; solved from the easiest question to the hardest, they become problems that it knows. The first call breaks the problem down; each further one sees the problem and all answers so far; the problem itself is asked last. It costs two calls and one for each subquestion. It helps where a problem is truly made of smaller ones: sums in words, instructions that refer to one another. It doesn’t help with questions of fact, where there is nothing to break down; and a very small model repeats the problem as its own subquestion, so that the calls are spent for nothing. A model that writes no list is asked the problem at once. Hint: put an example of your own kind of problem into the decomposition prompt.',
    fr: 'D’après Zhou et al. 2022. Une chaîne de pensée échoue sur des problèmes plus difficiles que ceux qu’elle a vus ; résolus de la question la plus facile à la plus difficile, ils deviennent des problèmes connus. Le premier appel décompose le problème ; chacun des suivants voit le problème et toutes les réponses jusque-là ; le problème lui-même est posé en dernier. Cela coûte deux appels, plus un par sous-question. Cela aide quand un problème est vraiment fait de plus petits : arithmétique en mots, consignes qui renvoient les unes aux autres. Cela n’aide pas pour les questions de fait, où il n’y a rien à décomposer ; et un très petit modèle répète le problème comme sa propre sous-question, de sorte que les appels sont perdus. À un modèle qui n’écrit pas de liste, le problème est posé aussitôt. Astuce : mettez un exemple de votre sorte de problème dans le prompt de décomposition.',
  },
  keywords: {
    en: 'decompose subquestions subproblems break down divide',
    fr: 'décomposer sous-questions sous-problèmes diviser',
  },
  icon: 'list-tree',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    subquestions: number({
      label: { en: 'Most subquestions', fr: 'Sous-questions au plus' },
      help: { en: 'Further ones are left out.', fr: 'Les suivantes sont laissées de côté.' },
      integer: true,
      min: 1,
      max: 20,
      default: 4,
    }),
    decomposition: text({
      label: { en: 'Decomposition prompt', fr: 'Prompt de décomposition' },
      help: {
        en: '{{question}} stands for the problem.',
        fr: '{{question}} représente le problème.',
      },
      multiline: true,
      default: decomposition,
      advanced: true,
    }),
    ...spendingInputs(128),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, streams: true, main: true }),
    subquestions: table({ label: { en: 'Subquestions and answers', fr: 'Sous-questions et réponses' } }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: [
          '1. How many bobbins has Ada?\n2. How many have both?',
          'Ada has 7.',
          'Both have 12.',
          'They have 12.',
        ],
      },
      question: 'Max has 5 bobbins, Ada 2 more. How many have both?',
    },
    outputs: { answer: 'They have 12.' },
  },
  async *run({ inputs, seed, signal }) {
    const { question, subquestions } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    yield asker.begin();
    const breaks = asker.budget.allows(2);
    const list = breaks ? await asker.ask('decompose', renderTemplate(inputs.decomposition, { question })) : '';
    const asked = readList(list, subquestions).filter((one) => one !== question.trim());
    for (const [index, one] of asked.entries()) yield questionThought(index, one);
    const solved = yield* solveInOrder(asker, question, asked);
    const best = solved.at(-1)?.answer ?? '';
    const prompt = promptOf(question, solved, question);
    const answer = yield* streamAnswer(asker, 'answer', prompt, { best, stop: ['\nQ:'] });
    yield finalThought(answer, solved.length);
    yield asker.end(breaks && solved.length === asked.length ? 'complete' : 'budget');
    return { answer, subquestions: tableOf(solved) };
  },
});

interface Solved {
  readonly question: string;
  readonly answer: string;
}

/** Answers the subquestions one after the other, as far as calls are left after one for the problem itself. */
async function* solveInOrder(asker: Asker, problem: string, asked: readonly string[]) {
  const solved: Solved[] = [];
  for (const question of asked) {
    if (!asker.budget.allows(2)) break;
    const call = `solve ${solved.length + 1}`;
    const answer = await asker.ask(call, promptOf(problem, solved, question), { stop: ['\nQ:'] });
    solved.push({ question, answer });
    const count = solved.length;
    const parents = [`question ${count}`, ...(count > 1 ? [`answer ${count - 1}`] : [])];
    const item = { id: `answer ${count}`, parents, depth: count + 1, text: answer, from: { call } };
    yield trace('thought', item);
  }
  return solved;
}

function promptOf(problem: string, solved: readonly Solved[], question: string): string {
  const earlier = solved.map((one) => `Q: ${one.question}\nA: ${one.answer}`);
  return [problem, ...earlier, `Q: ${question}\nA:`].join('\n\n');
}

function questionThought(index: number, question: string) {
  const id = `question ${index + 1}`;
  return trace('thought', { id, parents: [], depth: 1, text: question, from: { call: 'decompose' } });
}

function finalThought(answer: string, count: number) {
  const parents = count > 0 ? [`answer ${count}`] : [];
  return trace('thought', { id: 'answer', parents, depth: count + 2, text: answer.trim(), from: { call: 'answer' } });
}

function tableOf(solved: readonly Solved[]): Table {
  return { columns: ['question', 'answer'], rows: solved.map((one) => ({ ...one })) };
}
