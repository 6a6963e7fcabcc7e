import type { Extraction } from '@jacquard/node-kit';
import type { Asker } from '../open-asker.ts';
import { lastLineOf, readFirstAnswer } from './answer-form.ts';
import { answerThought, reasonFirst } from './reason-first.ts';

/** What the two stages are asked with, named as in Kojima et al. 2022. */
export interface TwoStages {
  readonly question: string;
  /** Makes the model reason: “Let's think step by step.” */
  readonly trigger: string;
  /** Takes the answer out of the reasoning: “Therefore, the answer is”. */
  readonly answerTrigger: string;
  readonly form: Extraction;
}

/**
 * Asks in two stages (Kojima et al. 2022): the question with the trigger gives the reasoning; question, reasoning and the answer
 * trigger give the answer. Where no call is left for the second, or nothing comes of it, the answer is read out of the reasoning.
 */
export async function* answerInTwo(asker: Asker, { question, trigger, answerTrigger, form }: TwoStages) {
  yield asker.begin();
  const asked = `Q: ${question}\nA: ${trigger}`;
  const { text: reasoning, chain } = yield* reasonFirst(asker, asked);
  const isCut = !asker.budget.allows();
  const written = isCut ? '' : await asker.ask('answer', `${asked} ${reasoning.trim()}\n${answerTrigger}`);
  const rest = form.kind === 'whole' ? lastLineOf(reasoning) : reasoning;
  const texts = [
    { call: 'answer', text: written },
    { call: 'reasoning', text: rest },
  ];
  const { answer, call } = await readFirstAnswer(texts, form);
  yield answerThought(chain, answer, call);
  yield asker.end(isCut ? 'budget' : 'complete');
  return { answer, reasoning };
}
