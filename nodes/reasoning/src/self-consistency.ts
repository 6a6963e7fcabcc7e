import {
  boolean,
  choice,
  component,
  defineNode,
  number,
  openBudget,
  Problem,
  text,
  trace,
  type Budget,
  type CallBound,
  type PortValues,
  type StepContext,
} from '@jacquard/node-kit';
import { questionPrompt } from './question-prompt.ts';
import { questionInput } from './question-input.ts';
import { spendingInputs } from './spending-inputs.ts';
import { drawInBatches } from './vote/draw-in-batches.ts';
import { mostConsistent } from './vote/most-consistent.ts';
import { staysAhead, stoppingCriteria } from './vote/stays-ahead.ts';
import { countVotes, type VoteCount } from './vote/vote-count.ts';
import { unfoldedVotes } from './vote/unfold-votes.ts';
import { shareOf, voteTables } from './vote/vote-tables.ts';
import { voteOutputs, votingInputs } from './vote/voting-inputs.ts';
import { votingRules } from './vote/voting-rules.ts';

const adaptively = { input: 'adaptive', equals: true } as const;

const inputs = {
  model: component('chat-model'),
  question: questionInput,
  trigger: text({
    label: { en: 'Reasoning prompt', fr: 'Prompt de raisonnement' },
    help: {
      en: 'Stands after the question and makes the model reason; empty: the question alone.',
      fr: 'Vient après la question et fait raisonner le modèle ; vide : la question seule.',
    },
    default: 'Let\'s think step by step, and end with a line "Answer:" followed by the answer alone.',
    multiline: true,
    optional: true,
  }),
  samples: number({
    label: { en: 'Samples', fr: 'Échantillons' },
    help: { en: 'At most; the paper draws 40.', fr: 'Au plus ; l’article en tire 40.' },
    default: 8,
    min: 1,
    max: 200,
    integer: true,
  }),
  ...votingInputs,
  adaptive: boolean({
    label: { en: 'Stop when it is decided', fr: 'S’arrêter quand c’est décidé' },
    help: {
      en: 'Draws no more samples once the leading answer will hardly be overtaken.',
      fr: 'Ne tire plus d’échantillons dès que la réponse en tête ne sera guère dépassée.',
    },
    default: true,
    fieldOnly: true,
  }),
  confidence: number({
    label: { en: 'How sure', fr: 'Certitude voulue' },
    help: {
      en: 'That the leading answer stays ahead, from 0 to 1; 0.95 in the paper.',
      fr: 'Que la réponse en tête le reste, de 0 à 1 ; 0,95 dans l’article.',
    },
    default: 0.95,
    min: 0.5,
    max: 1,
    fieldOnly: true,
    advanced: true,
    visibleWhen: adaptively,
  }),
  criterion: choice(stoppingCriteria, {
    label: { en: 'Stopping criterion', fr: 'Critère d’arrêt' },
    default: 'beta',
    fieldOnly: true,
    advanced: true,
    visibleWhen: adaptively,
  }),
  batch: number({
    label: { en: 'Drawn at a time', fr: 'Tirés à la fois' },
    default: 4,
    min: 1,
    max: 50,
    integer: true,
    fieldOnly: true,
    advanced: true,
    visibleWhen: adaptively,
  }),
  ...spendingInputs(256),
  temperature: number({
    label: { en: 'Temperature', fr: 'Température' },
    help: {
      en: 'Above 0, so that samples differ; 0.7 in the paper.',
      fr: 'Au-dessus de 0, pour que les échantillons diffèrent ; 0,7 dans l’article.',
    },
    default: 0.7,
    min: 0,
    max: 2,
    advanced: true,
  }),
} as const;

const bound: CallBound = {
  calls: [
    { factors: ['samples'] },
    { factors: ['samples', 'samples', 0.5], when: [{ input: 'equality', equals: 'judge' }] },
    { factors: [1], when: [{ input: 'equality', equals: 'universal' }] },
  ],
  tokens: 'maxTokens',
};

/**
 * Self-consistency (Wang et al. 2022, “Self-Consistency Improves Chain of Thought Reasoning in Language Models”): several chains of
 * thought are drawn, and their answers vote; or the model chooses among them (Chen et al. 2023, “Universal Self-Consistency for Large
 * Language Model Generation”). Stops early as Aggarwal et al. 2023 do (“Let's Sample Step by Step: Adaptive-Consistency”).
 */
export const selfConsistency = defineNode({
  type: 'reasoning.self-consistency',
  version: 1,
  title: { en: 'Self-consistency', fr: 'Autocohérence (self-consistency)' },
  summary: {
    en: 'Asks the same question several times and takes the answer that most samples agree on.',
    fr: 'Pose plusieurs fois la même question et retient la réponse sur laquelle s’accordent le plus d’échantillons.',
  },
  documentation: {
    en: 'After Wang et al. 2022. Different ways of reasoning that end in the same answer are more to be trusted than one: samples are drawn at a temperature above 0, the answer is read out of each, and equal answers share their votes. What counts as equal is yours to say: numbers, texts, formulas, meaning, words in common, a model’s judgement; or the model itself chooses the response most consistent with the others (Chen et al. 2023), for answers that nothing can compare. It stops early once the leading answer will hardly be overtaken (Aggarwal et al. 2023). It costs as many calls as samples; a judge adds a call for each pair of unlike answers, the universal choice one. Use it for questions with one right answer that the model gets right more often than any one wrong answer. It doesn’t help where the model is mostly wrong in the same way: votes make it surer, not righter; so it is for the starter model on anything but easy questions. At a tie the answer that came first wins. A sample that fails or has no answer is shown and doesn’t vote. Hint: look at the share of the votes; below a half, the answer is a guess.',
    fr: 'D’après Wang et al. 2022. Plusieurs raisonnements différents qui aboutissent à la même réponse méritent plus de confiance qu’un seul : des échantillons sont tirés à une température au-dessus de 0, la réponse est lue dans chacun, et les réponses égales réunissent leurs voix. C’est vous qui dites ce qui est égal : nombres, textes, formules, sens, mots communs, jugement d’un modèle ; ou bien le modèle lui-même choisit la réponse la plus cohérente avec les autres (Chen et al. 2023), quand rien ne permet de les comparer. Le tirage s’arrête dès que la réponse en tête ne sera guère dépassée (Aggarwal et al. 2023). Cela coûte autant d’appels que d’échantillons ; un juge ajoute un appel par paire de réponses différentes, le choix universel un seul. À employer pour des questions à une seule bonne réponse, que le modèle trouve plus souvent que toute réponse fausse prise seule. Inutile quand le modèle se trompe le plus souvent de la même façon : les voix le rendent plus sûr, pas plus juste ; il en va ainsi du modèle de départ, sauf pour les questions faciles. En cas d’égalité, la première réponse venue l’emporte. Un échantillon qui échoue ou sans réponse est montré et ne vote pas. Astuce : regardez la part des voix ; en dessous de la moitié, la réponse est un pari.',
  },
  keywords: {
    en: 'vote majority samples consensus CoT-SC adaptive universal confidence',
    fr: 'vote majorité échantillons consensus CoT-SC adaptatif universel confiance',
  },
  icon: 'vote',
  inputs,
  bound,
  unfolds: unfoldedVotes,
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    share: number({
      label: { en: 'Share of votes', fr: 'Part des voix' },
      help: { en: 'Of all samples, from 0 to 1.', fr: 'De tous les échantillons, de 0 à 1.' },
    }),
    confidence: number({
      label: { en: 'Confidence', fr: 'Confiance' },
      help: {
        en: 'That more samples would not change the answer, from 0 to 1.',
        fr: 'Que d’autres échantillons ne changeraient pas la réponse, de 0 à 1.',
      },
    }),
    ...voteOutputs,
  },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: {
    inputs: {
      model: {
        fake: 'chat-model',
        replies: [
          '3 times 6 is 18.\nAnswer: 18',
          'About 17.\nAnswer: 17',
          '6 + 6 + 6\nAnswer: 18 metres',
          'Answer: 18.',
        ],
      },
      question: 'Three looms weave 6 metres each. How much do they weave?',
      samples: 4,
    },
    outputs: { answer: '18', share: 0.75 },
  },
  async *run({ inputs: given, services, seed, signal }) {
    const { question, trigger, criterion, maxTokens } = given;
    const budget = openBudget(bound, given, given);
    const isUniversal = given.equality === 'universal';
    const isAdaptive = given.adaptive && !isUniversal;
    const kind = given.equality === 'universal' ? 'normalised' : given.equality;
    const means = { kind, budget, judge: given.model, question, maxTokens, services, signal };
    const count = countVotes({ ...votingRules(given, means), confidence: (counts) => staysAhead(counts, criterion) });
    yield trace('bound', budget.bound);
    const reason = yield* drawInBatches({
      model: budget.model(given.model),
      messages: [{ role: 'user', content: questionPrompt(question, trigger) }],
      budget,
      take: count.add,
      samples: given.samples,
      batch: isAdaptive ? given.batch : given.samples,
      reserve: isUniversal ? 1 : 0,
      isDecided: () => isAdaptive && count.confidence() >= given.confidence,
      temperature: given.temperature,
      maxTokens,
      seed,
      signal,
    });
    const chosen = isUniversal
      ? await universalChoice(given, budget, count, { maxTokens, seed, signal })
      : count.leader();
    if (isUniversal && chosen !== undefined) yield trace('vote', count.vote(chosen, 'universal'));
    yield trace('stop', { reason, ...budget.spent, spared: budget.bound.calls - budget.spent.calls });
    return resultOf(count, chosen);
  },
});

type Given = PortValues<typeof inputs>;

/** The group of the response that the model chose, or the leader where it chose none. */
async function universalChoice(
  given: Given,
  budget: Budget,
  count: VoteCount,
  options: Pick<StepContext<typeof inputs>, 'seed' | 'signal'> & { readonly maxTokens: number },
): Promise<number | undefined> {
  const answered = count.samples.filter(({ group }) => group !== undefined);
  const responses = answered.map(({ text: response }) => response);
  const place = await mostConsistent(budget.model(given.model), given.question, responses, options);
  return (place === undefined ? undefined : answered[place]?.group) ?? count.leader();
}

function resultOf(count: VoteCount, chosen: number | undefined) {
  const group = chosen === undefined ? undefined : count.groups[chosen];
  if (chosen === undefined || group === undefined) {
    throw new Problem('reasoning-nothing-found', { answers: count.samples.length });
  }
  const confidence = Number(count.confidence().toPrecision(3));
  const share = shareOf(group.members.length, count.samples.length);
  return { answer: group.answer, share, confidence, ...voteTables(count, chosen) };
}
