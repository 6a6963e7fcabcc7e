import { Problem, type Message } from '@jacquard/flow';
import type { ChatModel } from '@jacquard/node-kit';
import type { RecordedCall } from '@jacquard/protocol';

/** What a judge said, and the call that it took, to be recorded. */
export interface Judgement {
  readonly holds: boolean;
  readonly answer: string;
  readonly call: Omit<RecordedCall, 'step'>;
}

const longestJudged = 20_000;
const longestAnswer = 400;

/**
 * Asks a model whether a text is as the criterion says. One that can tell how likely it holds an answer is asked for the likelier of "Yes"
 * and "No": even a small one answers that; any other writes, and its first yes or no counts. Throws `test-judge-unclear`.
 */
export async function judgeOutput(
  model: ChatModel,
  criterion: string,
  text: string,
  signal?: AbortSignal,
): Promise<Judgement> {
  const messages = judgeMessages(criterion, text);
  if (model.score !== undefined) {
    const words = ['Yes', 'No'];
    const scores = await model.score(messages, words, { signal });
    const holds = (scores[0] ?? 0) > (scores[1] ?? 0);
    const pairs = words.map((word, place): [string, number] => [word, scores[place] ?? 0]);
    return { holds, answer: holds ? 'Yes' : 'No', call: { messages, scores: pairs } };
  }
  let answer = '';
  for await (const chunk of model.stream(messages, { temperature: 0, maxTokens: 200, signal })) answer += chunk.text;
  const said = /\b(yes|no|oui|non)\b/iu.exec(answer)?.[1]?.toLowerCase();
  if (said === undefined) throw new Problem('test-judge-unclear', { answer: answer.slice(0, longestAnswer) });
  const settings = { temperature: 0, maxTokens: 200 };
  const call = { messages, settings, answers: [{ text: answer }] };
  return { holds: said === 'yes' || said === 'oui', answer: answer.slice(0, longestAnswer), call };
}

function judgeMessages(criterion: string, text: string): Message[] {
  return [
    { role: 'system', content: 'You check a text. You answer with "Yes" or "No" first, then say why in one sentence.' },
    {
      role: 'user',
      content: `Text:\n"""\n${text.slice(0, longestJudged)}\n"""\n\nIs this true of the text? ${criterion}\nAnswer with Yes or No.`,
    },
  ];
}
