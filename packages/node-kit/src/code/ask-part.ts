import { messagePart } from './kind-type.ts';
import type { CodeInput, CodePart } from './node-code.ts';
import { lastObject, type ObjectText } from './source-text.ts';

/** The class that generated programs reach OpenAI-compatible servers by. */
export const chatOpenAi = { module: '@langchain/openai', name: 'ChatOpenAI' } as const;

/** Puts instructions, conversation and prompt together: as `conversationOf` does. */
export const conversationPart: CodePart = {
  name: 'conversation',
  source: `type Asked = { system?: string | undefined; messages?: Message[] | undefined; prompt?: string | undefined };

/** What a model is sent: instructions, what was said before, the prompt. Empty texts are left out. */
function conversation({ system = '', messages = [], prompt = '' }: Asked): Message[] {
  if (prompt.trim() === '' && messages.length === 0) throw new Error('There is nothing to ask the model.');
  return [
    ...(system.trim() === '' ? [] : [{ role: 'system' as const, content: system }]),
    ...messages,
    ...(prompt.trim() === '' ? [] : [{ role: 'user' as const, content: prompt }]),
  ];
}`,
  uses: [messagePart],
};

/**
 * The whole answer of a model. It streams, as the nodes do: asked for an answer in one piece, LangChain's class parses JSON by itself and
 * tries again where it can't.
 */
export const answerPart: CodePart = {
  name: 'answerOf',
  source: `/** The whole answer of a model, as it is written. */
async function answerOf(model: ChatOpenAI, messages: Message[], options: CallOptions = {}): Promise<string> {
  let answer = '';
  for await (const chunk of await model.stream(messages, options)) answer += chunk.text;
  return answer;
}

type CallOptions = ChatOpenAI['ParsedCallOptions'];`,
  imports: [chatOpenAi],
  uses: [messagePart],
};

/** Asks a model and gives the text of its answer. */
export const askPart: CodePart = {
  name: 'ask',
  source: `/** Asks a model once and gives its answer as text. */
async function ask(model: ChatOpenAI, asked: Asked, options?: CallOptions): Promise<string> {
  return answerOf(model, conversation(asked), options);
}`,
  uses: [answerPart, conversationPart],
};

/** The parts of a question that were given, as an object. */
export function askedText(parts: Readonly<Record<string, CodeInput | undefined>>): ObjectText {
  const isLeftOut = (part: CodeInput | undefined): boolean =>
    part === undefined || part.text === 'undefined' || (typeof part.literal === 'string' && part.literal.trim() === '');
  return lastObject(
    Object.entries(parts).map(([name, part]) => [name, isLeftOut(part) ? undefined : part?.text] as const),
  );
}
