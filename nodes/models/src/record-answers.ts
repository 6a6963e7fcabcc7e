import type { AnswerSlot, ChatChunk, ChatModel, ChatOptions, Message, RecordedAnswer } from '@jacquard/node-kit';

interface Growing {
  text: string;
  finish?: ChatChunk['finish'];
  toolCalls?: RecordedAnswer['toolCalls'];
  inputTokens?: number;
  outputTokens?: number;
}

/**
 * Asks the model and passes on what comes, while each answer is written down in its slot once it is complete. Of a call that fails
 * only complete answers are kept; one that is read no further, though not cancelled, is kept as far as it was read.
 */
export async function* recordAnswers(
  model: ChatModel,
  input: string | readonly Message[],
  options: ChatOptions,
  slots: readonly AnswerSlot[],
  first: number,
): AsyncGenerator<ChatChunk, void> {
  const answers = slots.map((): Growing => ({ text: '' }));
  let hasFailed = false;
  let isOver = false;
  const { samples, seed, ...rest } = options;
  const asked: ChatOptions = {
    ...rest,
    ...(seed !== undefined && { seed: seed + first }),
    ...(samples !== undefined && { samples: slots.length }),
  };
  try {
    for await (const chunk of typeof input === 'string'
      ? completing(model, input, asked)
      : model.stream(input, asked)) {
      const { sample = 0 } = chunk;
      const answer = answers[sample];
      if (answer !== undefined) take(answer, chunk);
      yield samples === undefined ? chunk : { ...chunk, sample: first + sample };
    }
    isOver = true;
  } catch (error) {
    hasFailed = true;
    throw error;
  } finally {
    shareUsage(answers);
    const isWanted = !hasFailed && options.signal?.aborted !== true;
    const kept = slots.map(async (slot, sample) => {
      const answer = answers[sample];
      const isComplete = isOver || answer?.finish !== undefined;
      if (answer !== undefined && (isComplete || (isWanted && answer.text !== ''))) await slot.keep(answer);
    });
    await Promise.all(kept);
  }
}

/** A model that draws several answers at once may tell what all of them took with one: then each is taken to have had its share. */
function shareUsage(answers: readonly Growing[]): void {
  if (answers.every(({ outputTokens }) => outputTokens !== undefined)) return;
  const total = answers.reduce((sum, { outputTokens = 0 }) => sum + outputTokens, 0);
  if (total === 0) return;
  for (const [place, answer] of answers.entries()) {
    answer.outputTokens = Math.floor(total / answers.length) + (place < total % answers.length ? 1 : 0);
  }
}

function completing(model: ChatModel, text: string, options: ChatOptions): AsyncIterable<ChatChunk> {
  return model.complete?.(text, options) ?? model.stream([{ role: 'user', content: text }], options);
}

function take(answer: Growing, { text, finish, toolCalls, usage }: ChatChunk): void {
  answer.text += text;
  if (finish !== undefined) answer.finish = finish;
  if (toolCalls !== undefined) answer.toolCalls = [...(answer.toolCalls ?? []), ...toolCalls];
  if (usage?.inputTokens !== undefined) answer.inputTokens = (answer.inputTokens ?? 0) + usage.inputTokens;
  if (usage?.outputTokens !== undefined) answer.outputTokens = (answer.outputTokens ?? 0) + usage.outputTokens;
}

/**
 * A recorded answer as a model would give it. One that is longer than the call allows is cut to the share of its text that so many
 * tokens are of it.
 */
export function* replayAnswer(
  { text, finish, toolCalls, inputTokens, outputTokens }: RecordedAnswer,
  { maxTokens = Number.POSITIVE_INFINITY }: ChatOptions,
): Generator<ChatChunk> {
  const isCut = outputTokens !== undefined && outputTokens > maxTokens;
  const given = isCut ? text.slice(0, Math.floor((text.length * maxTokens) / outputTokens)) : text;
  if (given !== '') yield { text: given };
  yield {
    text: '',
    finish: isCut ? 'length' : (finish ?? 'stop'),
    ...(toolCalls !== undefined && { toolCalls }),
    usage: { inputTokens, outputTokens: isCut ? maxTokens : outputTokens },
  };
}
