import type { ChatModel, ChatOptions } from '../chat-model.ts';
import { ask } from '../reasoning/ask.ts';

const longestShown = 4000;
/** What a model that can be held to a grammar may say. */
const judgementGrammar = 'root ::= "same" | "different"';

/**
 * Asks a model whether two answers to a question say the same. It is asked for one word; what it says first counts, and an answer
 * without either word is a no, so that a model that never gives the asked form leaves answers apart.
 */
export async function judgeSame(
  judge: ChatModel,
  { question, one, other }: { readonly question: string; readonly one: string; readonly other: string },
  options: ChatOptions & { readonly name: string },
): Promise<boolean> {
  const asked = question.trim() === '' ? [] : [`Question: ${question.slice(0, longestShown)}`];
  const prompt = [
    'Do these two answers mean the same? Differences in wording don’t count.',
    ...asked,
    `Answer 1: ${one.slice(0, longestShown)}`,
    `Answer 2: ${other.slice(0, longestShown)}`,
    'Reply with one word: same or different.',
  ].join('\n\n');
  const grammar = judge.capabilities.grammar ? judgementGrammar : undefined;
  const { text } = await ask(judge, prompt, { temperature: 0, grammar, ...options });
  const [said] = text.toLowerCase().match(/\bnot (?:the )?same\b|\bsame\b|\bdifferent\b/u) ?? [];
  return said === 'same';
}
