import { choice, component, defineNode, number, table, text, type CallBound, type Table } from '@jacquard/node-kit';
import { openAsker } from './open-asker.ts';
import { questionInput } from './question-input.ts';
import { readList } from './read-list.ts';
import { spendingInputs } from './spending-inputs.ts';
import { streamAnswer } from './stream-answer.ts';
import { answerIndependently, type Verification } from './verify/answer-independently.ts';
import { planPrompt, revisePrompt } from './verify/verification-prompts.ts';
import { baselineThought, questionThoughts, revisedThought } from './verify/verification-thoughts.ts';

const crossChecks = { input: 'variant', equals: 'factor+revise' } as const;
const bound: CallBound = {
  calls: [{ factors: [3] }, { factors: ['questions'] }, { factors: ['questions'], when: [crossChecks] }],
  tokens: 'maxTokens',
};

/**
 * Chain-of-verification (Dhuliawala et al. 2023, “Chain-of-Verification Reduces Hallucination in Large Language Models”): a baseline answer,
 * verification questions about it, each answered by itself (factored), and the answer revised by what they brought.
 */
export const chainOfVerification = defineNode({
  type: 'reasoning.chain-of-verification',
  version: 1,
  title: { en: 'Chain of verification', fr: 'Chaîne de vérification (CoVe)' },
  summary: {
    en: 'Has the model question its own answer, answer those questions one by one, and revise.',
    fr: 'Fait interroger au modèle sa propre réponse, répondre à chacune de ces questions à part, puis réviser.',
  },
  documentation: {
    en: 'After Dhuliawala et al. 2023. Asked for single facts a model errs less than in a long answer. It answers, writes questions that check the facts of the answer, answers each without seeing the first answer, so that it can’t repeat its own mistake, and revises. “Factored” does this; “factor + revise” also has each pair compared with the first answer, in a call of its own. It costs three calls and one or two for each question. It helps with lists and long answers of facts by a model that knows them; it doesn’t add knowledge: what the model doesn’t know, it gets wrong a second time. The starter model writes questions that check nothing and mostly spoils a right answer when it revises; take a larger model, or check against documents with “Answer with sources”. Hint: read the table: an answer there that contradicts the text is what to look up.',
    fr: 'D’après Dhuliawala et al. 2023. Interrogé sur des faits isolés, un modèle se trompe moins que dans une longue réponse. Il répond, écrit des questions qui en vérifient les faits, répond à chacune sans voir la première réponse, pour ne pas répéter sa propre erreur, puis révise. « Séparée » fait cela ; « séparée, puis comparée » fait en outre comparer chaque paire à la première réponse, dans un appel à part. Cela coûte trois appels, plus un ou deux par question. Cela aide pour des listes et de longues réponses factuelles, avec un modèle qui connaît ces faits ; cela n’ajoute aucun savoir : ce que le modèle ignore, il le manque une seconde fois. Le modèle de départ écrit des questions qui ne vérifient rien et gâche le plus souvent une réponse juste en la révisant ; prenez un modèle plus grand, ou vérifiez sur des documents avec « Répondre avec sources ». Astuce : lisez le tableau : une réponse qui y contredit le texte est ce qu’il faut vérifier.',
  },
  keywords: {
    en: 'CoVe verify check facts hallucination revise',
    fr: 'CoVe vérifier contrôler faits hallucination réviser',
  },
  icon: 'list-checks',
  inputs: {
    model: component('chat-model'),
    question: questionInput,
    variant: choice(
      {
        factored: { en: 'factored', fr: 'séparée' },
        'factor+revise': { en: 'factor + revise', fr: 'séparée, puis comparée' },
      },
      { label: { en: 'Verification', fr: 'Vérification' }, default: 'factored', fieldOnly: true },
    ),
    questions: number({
      label: { en: 'Most questions', fr: 'Questions au plus' },
      integer: true,
      min: 1,
      max: 20,
      default: 4,
    }),
    ...spendingInputs(192),
  },
  bound,
  outputs: {
    answer: text({ label: { en: 'Revised answer', fr: 'Réponse révisée' }, streams: true, main: true }),
    baseline: text({ label: { en: 'First answer', fr: 'Première réponse' } }),
    verifications: table({
      label: { en: 'Verifications', fr: 'Vérifications' },
      help: {
        en: 'Questions, their answers, and the verdict where there is one.',
        fr: 'Questions, réponses, et le verdict s’il y en a un.',
      },
    }),
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: ['Jacquard showed it in 1801 in Rome.', '1. Where did he show it?', 'In Paris.', 'In 1801, in Paris.'],
      },
      question: 'When and where did Jacquard show his loom?',
    },
    outputs: { answer: 'In 1801, in Paris.', baseline: 'Jacquard showed it in 1801 in Rome.' },
  },
  async *run({ inputs, seed, signal }) {
    const { question, variant, questions: most } = inputs;
    const asker = openAsker(bound, { inputs, seed, signal });
    const { budget } = asker;
    yield asker.begin();
    const baseline = await asker.ask('baseline', question);
    yield baselineThought(baseline);
    // Without a call for the questions, one answer and the revision, the first answer is the best there is.
    const goesOn = budget.allows(3);
    const questions = goesOn ? readList(await asker.ask('plan', planPrompt(question, baseline, most)), most) : [];
    yield* questionThoughts(questions);
    const checks = variant === 'factor+revise';
    const affordable = Math.floor((budget.bound.calls - budget.spent.calls - 1) / (checks ? 2 : 1));
    const verifications = yield* answerIndependently(asker, questions.slice(0, Math.max(0, affordable)), {
      question,
      baseline,
      checks,
      signal,
    });
    const isCut = !goesOn || verifications.length < questions.length;
    if (verifications.length === 0 && baseline !== '') {
      yield { port: 'answer', delta: baseline };
      yield asker.end(isCut ? 'budget' : 'complete');
      return { answer: baseline, baseline, verifications: tableOf(verifications) };
    }
    const prompt = revisePrompt(question, baseline, verifications);
    const answer = yield* streamAnswer(asker, 'revise', prompt, { best: baseline });
    yield revisedThought(answer, verifications.length);
    yield asker.end(isCut ? 'budget' : 'complete');
    return { answer, baseline, verifications: tableOf(verifications) };
  },
});

function tableOf(verifications: readonly Verification[]): Table {
  return {
    columns: ['question', 'answer', 'verdict'],
    rows: verifications.map(({ question, answer, verdict }) => ({ question, answer, verdict: verdict ?? null })),
  };
}
