import {
  isJsonObject,
  parseJsonText,
  Problem,
  type ChatModel,
  type ChatOptions,
  type Message,
} from '@jacquard/node-kit';
import { answerText } from './answer-text.ts';
import { probabilitiesOf } from './probabilities-of.ts';

/** A label, and how sure the model is of each, where it can say. */
export interface ChosenLabel {
  readonly label: string;
  readonly confidences?: ReadonlyMap<string, number>;
}

/**
 * Has a model choose one of several labels. Unless its answer is to be written (`isWritten`): by their probabilities where it can score, held to them by grammar or
 * schema where it can't, and read from its answer otherwise, with a second try. Throws `answer-no-label`.
 */
export async function chooseLabel(
  model: ChatModel,
  messages: readonly Message[],
  labels: readonly string[],
  { seed, signal, isWritten = false }: Pick<ChatOptions, 'seed' | 'signal'> & { readonly isWritten?: boolean },
): Promise<ChosenLabel> {
  if (model.score && !isWritten) return byScore(labels, await model.score(messages, labels, { signal }));
  const options: ChatOptions = { temperature: 0, seed, signal, ...boundsOf(model, labels) };
  const first = await answerText(model, messages, options);
  const label = labelIn(first, labels);
  if (label !== undefined) return { label };
  const again: Message = { role: 'user', content: `Answer with one of: ${labels.join(', ')}.` };
  const second = await answerText(model, [...messages, { role: 'assistant', content: first }, again], options);
  const later = labelIn(second, labels);
  if (later === undefined)
    throw new Problem('answer-no-label', { model: model.name, answer: second.slice(0, 300), labels });
  return { label: later };
}

function byScore(labels: readonly string[], scores: readonly number[]): ChosenLabel {
  const probabilities = probabilitiesOf(scores);
  const confidences = new Map(labels.map((label, index) => [label, probabilities[index] ?? 0]));
  return { label: labels[scores.indexOf(Math.max(...scores))] ?? '', confidences };
}

function boundsOf({ capabilities }: ChatModel, labels: readonly string[]): Pick<ChatOptions, 'grammar' | 'schema'> {
  if (capabilities.grammar) return { grammar: `root ::= ${labels.map((label) => JSON.stringify(label)).join(' | ')}` };
  if (!capabilities.schema) return {};
  const properties = { label: { type: 'string', enum: labels } };
  return { schema: { type: 'object', properties, required: ['label'], additionalProperties: false } };
}

/** The label that an answer is, or the only one that it mentions. */
function labelIn(answer: string, labels: readonly string[]): string | undefined {
  const parsed = parseJsonText(answer);
  const named = 'value' in parsed && isJsonObject(parsed.value) ? parsed.value['label'] : undefined;
  const plain = plainOf(typeof named === 'string' ? named : answer);
  const exact = labels.find((label) => plainOf(label) === plain);
  if (exact !== undefined) return exact;
  const mentioned = labels.filter((label) => ` ${plain} `.includes(` ${plainOf(label)} `));
  const longest = mentioned.filter(
    (label) => !mentioned.some((other) => other !== label && includesPlain(other, label)),
  );
  return longest.length === 1 ? longest[0] : undefined;
}

/** “urgent” within “not urgent” doesn't count as mentioned. */
function includesPlain(whole: string, part: string): boolean {
  return ` ${plainOf(whole)} `.includes(` ${plainOf(part)} `);
}

/** Lower case, without accents, signs as single spaces. */
function plainOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
