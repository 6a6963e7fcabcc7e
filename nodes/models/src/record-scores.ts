import { recordedPrompt, type ChatModel } from '@jacquard/node-kit';
import type { RecordedSide } from './recorded-chat-model.ts';

/** Log-probabilities of continuations from the recording; those that it lacks are asked of the model and written down. */
export function recordScores({ recording, mode, inner }: RecordedSide): NonNullable<ChatModel['score']> {
  return async (messages, continuations, asked) => {
    const prompt = recordedPrompt(messages);
    const known = mode === 'record' ? undefined : recording.scores(prompt);
    const recorded = continuations.map((continuation) => known?.get(continuation));
    if (recorded.every((score) => score !== undefined)) return recorded;
    if (inner?.score === undefined) throw recording.missing(prompt);
    const scores = await inner.score(messages, continuations, asked);
    await recording.addScores(prompt, new Map(continuations.map((text, index) => [text, scores[index] ?? 0])));
    return scores;
  };
}
