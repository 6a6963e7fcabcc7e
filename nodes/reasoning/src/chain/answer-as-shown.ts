import { extractAnswer, type Extraction, type Table } from '@jacquard/node-kit';
import type { Asker } from '../open-asker.ts';
import { readFirstAnswer } from './answer-form.ts';
import { answerThought, reasonFirst } from './reason-first.ts';
import { answerMarker, readWorkedExamples, showWorkedExamples } from './worked-examples.ts';

/** What a question is answered after. */
export interface ShownExamples {
  readonly question: string;
  readonly examples: Table;
  readonly answerTrigger: string;
  readonly form: Extraction;
}

/**
 * Asks after worked examples (Wei et al. 2022): the model goes on in their manner, and its answer stands behind “The answer
 * is”. A model that leaves the manner is asked once more, as in two stages.
 */
export async function* answerAsShown(asker: Asker, { question, examples, answerTrigger, form }: ShownExamples) {
  const prompt = showWorkedExamples(readWorkedExamples(examples), question);
  yield asker.begin();
  const { text: reasoning, chain } = yield* reasonFirst(asker, prompt, { stop: ['\nQ:'] });
  const marked = (await extractAnswer(reasoning, { kind: 'marker', marker: answerMarker })) ?? '';
  const shown = marked.replace(/(?<=[^.])\.$/u, ''); // the full stop is of the examples' form
  const isCut = shown === '' && !asker.budget.allows();
  const asksAgain = shown === '' && !isCut;
  const written = asksAgain ? await asker.ask('answer', `${prompt} ${reasoning.trim()}\n${answerTrigger}`) : shown;
  const texts = [
    { call: asksAgain ? 'answer' : 'reasoning', text: written },
    { call: 'reasoning', text: reasoning },
  ];
  const { answer, call } = await readFirstAnswer(texts, form);
  yield answerThought(chain, answer, call);
  yield asker.end(isCut ? 'budget' : 'complete');
  return { answer, reasoning };
}
