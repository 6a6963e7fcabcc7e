import {
  choice,
  createEquality,
  defineNode,
  equalityKinds,
  equalityOf,
  extractionOf,
  list,
  number,
  Problem,
  testRunner,
  text,
} from '@jacquard/node-kit';
import { countVotes } from './vote/vote-count.ts';
import { comparingInputs, voteOutputs } from './vote/voting-inputs.ts';
import { shareOf, voteTables } from './vote/vote-tables.ts';
import { voteCode } from './code/vote-code.ts';

const { judge: _judge, ...votingKinds } = equalityKinds;

/** Lets several answers vote: the second half of self-consistency, for answers that come from anywhere. */
export const vote = defineNode({
  type: 'reasoning.vote',
  version: 1,
  title: { en: 'Vote', fr: 'Voter' },
  summary: {
    en: 'Reads the answer out of several texts and takes the one that most agree on.',
    fr: 'Lit la réponse dans plusieurs textes et retient celle sur laquelle le plus s’accordent.',
  },
  documentation: {
    en: 'The second half of self-consistency (Wang et al. 2022), for texts that come from anywhere: a loop, several models, several prompts. The answer is read out of each text, and equal answers share their votes; what counts as equal is yours to say. At a tie the answer that came first wins. A text without an answer is shown and doesn’t vote. No model is asked, so it costs nothing. Use it to build self-consistency by hand, or to let unlike ways of asking vote. Hint: “Most frequent” does the same for values that need no reading.',
    fr: 'La seconde moitié de l’autocohérence (Wang et al. 2022), pour des textes venus de partout : une boucle, plusieurs modèles, plusieurs prompts. La réponse est lue dans chaque texte, et les réponses égales réunissent leurs voix ; c’est vous qui dites ce qui est égal. En cas d’égalité, la première réponse venue l’emporte. Un texte sans réponse est montré et ne vote pas. Aucun modèle n’est interrogé : cela ne coûte rien. À employer pour construire l’autocohérence à la main, ou pour faire voter différentes façons de demander. Astuce : « Le plus fréquent » fait de même pour des valeurs qui n’ont pas à être lues.',
  },
  keywords: {
    en: 'majority count agree consensus self-consistency',
    fr: 'majorité compter accord consensus autocohérence',
  },
  icon: 'vote',
  inputs: {
    texts: list(text({ label: { en: 'Text', fr: 'Texte' } }), {
      label: { en: 'Texts', fr: 'Textes' },
      wireOnly: true,
    }),
    ...comparingInputs,
    equality: choice(votingKinds, {
      label: { en: 'Same answer', fr: 'Même réponse' },
      help: {
        en: 'When two answers count as the same and share their votes.',
        fr: 'Quand deux réponses comptent comme la même et réunissent leurs voix.',
      },
      default: 'numeric',
      fieldOnly: true,
    }),
  },
  outputs: {
    answer: text({ label: { en: 'Answer', fr: 'Réponse' }, main: true }),
    share: number({
      label: { en: 'Share of votes', fr: 'Part des voix' },
      help: { en: 'Of all texts, from 0 to 1.', fr: 'De tous les textes, de 0 à 1.' },
    }),
    ...voteOutputs,
  },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: voteCode,
  example: {
    inputs: { texts: ['3 × 6 = 18', 'That makes 18 metres.', 'About 17'], extraction: 'number' },
    outputs: { answer: '18', share: 0.667 },
  },
  async *run({ inputs, services, signal }) {
    const { texts, embeddings } = inputs;
    const runTests = testRunner(services.sandbox, inputs, signal);
    const count = countVotes({
      rule: inputs.equality,
      extraction: extractionOf(inputs),
      areSame: createEquality(equalityOf(inputs), { signal, embeddings, runTests }),
    });
    for (const [sample, one] of texts.entries()) {
      signal.throwIfAborted();
      yield* count.add({ sample, text: one, finish: undefined });
    }
    const chosen = count.leader();
    const group = chosen === undefined ? undefined : count.groups[chosen];
    if (chosen === undefined || group === undefined) {
      throw new Problem('reasoning-nothing-found', { answers: texts.length });
    }
    return {
      answer: group.answer,
      share: shareOf(group.members.length, count.samples.length),
      ...voteTables(count, chosen),
    };
  },
});
