import type { Unfolding } from '@jacquard/node-kit';
import { ofSame, readingInputs } from '../vote/unfold-votes.ts';

const asking = { model: { of: 'model' }, ...ofSame(['temperature', 'maxTokens']) } as const;

/** The two stages of Kojima et al. 2022 as two prompts and two questions. */
export const unfoldedChain: readonly Unfolding[] = [
  {
    when: [{ input: 'method', equals: 'zero-shot' }],
    differs: {
      en: 'Where the last answer has nothing of the asked form, these nodes don’t look for it in the reasoning.',
      fr: 'Si la dernière réponse n’a rien de la forme demandée, ces nœuds ne la cherchent pas dans le raisonnement.',
    },
    nodes: {
      'first-prompt': {
        type: 'prompts.template',
        title: { en: 'Question and trigger', fr: 'Question et déclencheur' },
        inputs: {
          template: 'Q: {{question}}\nA: {{trigger}}',
          question: { of: 'question' },
          trigger: { of: 'trigger' },
        },
      },
      reason: {
        type: 'models.chat',
        title: { en: 'Reasoning', fr: 'Raisonnement' },
        inputs: { ...asking, prompt: { from: 'first-prompt.text' } },
      },
      reasoning: {
        type: 'reasoning.extract-answer',
        title: { en: 'Reasoning without spaces around', fr: 'Raisonnement sans espaces autour' },
        inputs: { text: { from: 'reason.answer' }, extraction: 'whole' },
      },
      'second-prompt': {
        type: 'prompts.template',
        title: { en: 'Reasoning and answer trigger', fr: 'Raisonnement et déclencheur de la réponse' },
        inputs: {
          template: '{{asked}} {{reasoning}}\n{{trigger}}',
          asked: { from: 'first-prompt.text' },
          reasoning: { from: 'reasoning.answer' },
          trigger: { of: 'answerTrigger' },
        },
      },
      conclude: {
        type: 'models.chat',
        title: { en: 'Answer', fr: 'Réponse' },
        inputs: { ...asking, prompt: { from: 'second-prompt.text' } },
      },
      read: { type: 'reasoning.extract-answer', inputs: { text: { from: 'conclude.answer' }, ...readingInputs } },
    },
    outputs: { answer: 'read.answer', reasoning: 'reason.answer' },
  },
];
