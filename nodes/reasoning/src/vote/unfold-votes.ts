import type { Unfolding } from '@jacquard/node-kit';

const reading = ['extraction', 'marker', 'letters', 'path', 'language', 'pattern'] as const;
const comparing = ['equality', 'tolerance', 'sameNumbers', 'cosine', 'overlap', 'embeddings'] as const;
const testing = ['tests', 'codeLanguage'] as const;

/** What stands in these inputs of the strategy goes into the same ones of an inner node. */
export function ofSame(names: readonly string[]): Readonly<Record<string, { readonly of: string }>> {
  return Object.fromEntries(names.map((name) => [name, { of: name }]));
}

/** Where an answer stands: the same fields in every node that reads one. */
export const readingInputs = ofSame(reading);

/** Self-consistency as a prompt (the question alone where nothing makes the model reason), a loop that asks again and again, and a vote. Not where a model judges or chooses. */
export const unfoldedVotes: readonly Unfolding[] = [
  'numeric',
  'exact',
  'normalised',
  'algebraic',
  'tests',
  'embedding',
  'overlap',
].map((equality) => ({
  when: [{ input: 'equality', equals: equality }],
  differs: {
    en: 'The loop draws all samples; it doesn’t stop when the vote is decided.',
    fr: 'La boucle tire tous les échantillons ; elle ne s’arrête pas quand le vote est décidé.',
  },
  nodes: {
    prompt: {
      type: 'data.join',
      title: { en: 'Question and reasoning prompt', fr: 'Question et prompt de raisonnement' },
      inputs: { texts: [{ of: 'question' }, { of: 'trigger' }] },
    },
    times: {
      type: 'data.split',
      title: { en: 'As many times', fr: 'Autant de fois' },
      inputs: { text: { count: 'samples' } },
    },
    sample: {
      type: 'control.for-each',
      title: { en: 'For each sample', fr: 'Pour chaque échantillon' },
      inputs: { items: { from: 'times.parts' } },
      nodes: {
        ask: {
          type: 'models.chat',
          inputs: {
            model: { of: 'model' },
            prompt: { from: 'prompt.text' },
            temperature: { of: 'temperature' },
            maxTokens: { of: 'maxTokens' },
          },
        },
      },
      outputs: { texts: 'ask.answer' },
    },
    vote: {
      type: 'reasoning.vote',
      inputs: { texts: { from: 'sample.texts' }, ...readingInputs, ...ofSame([...comparing, ...testing]) },
    },
  },
  outputs: { answer: 'vote.answer', share: 'vote.share', votes: 'vote.votes', samples: 'vote.samples' },
}));
