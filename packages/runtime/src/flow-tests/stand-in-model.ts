import { readFileText, type Message } from '@jacquard/flow';
import { toLangChain, type ChatChunk, type ChatModel, type ChatOptions, type TokenLogprob } from '@jacquard/node-kit';
import type { RecordedCall } from '@jacquard/protocol';
import type { Replay } from './replay.ts';

/** Where nothing is known of the model that was recorded. */
const plainCapabilities = { streaming: true, seed: true, schema: false, grammar: false, logprobs: false, tools: false };

/** A chat model that says what was recorded, to the same prompts alone, in pieces as a model would. */
export function standInModel(
  replay: Replay,
  { model: modelNode, ...of }: { readonly model: string; readonly node: string; readonly step: string },
): ChatModel {
  const about = replay.model(modelNode);
  const answer = async function* (
    input: string | readonly Message[],
    options: ChatOptions = {},
  ): AsyncGenerator<ChatChunk, void> {
    const call = replay.take({ ...of, input, options });
    yield* replayCall(call, options);
  };
  const model: ChatModel = {
    identity: { standIn: modelNode },
    name: about?.name ?? modelNode,
    location: 'local',
    capabilities: about?.capabilities ?? plainCapabilities,
    stream: answer,
    ...((about?.completes ?? false) && { complete: answer }),
    ...((about?.scores ?? false) && {
      score: (messages: readonly Message[], continuations: readonly string[]) =>
        Promise.resolve().then(() => scoresOf(replay.take({ ...of, input: messages, continuations }), continuations)),
    }),
    toLangChain: () => toLangChain(model),
  };
  return model;
}

/** The answers of a call, sample by sample; what it used stands at the end of the last one. */
function* replayCall(
  { answers = [], inputTokens, outputTokens }: RecordedCall,
  { samples }: ChatOptions,
): Generator<ChatChunk> {
  for (const [sample, { text, finish, toolCalls, logprobs }] of answers.entries()) {
    const numbered = samples === undefined ? {} : { sample };
    const isLast = sample === answers.length - 1;
    // boundary: written from the log-probabilities of a call
    const tokens = logprobs as readonly TokenLogprob[] | undefined;
    const pieces = tokens === undefined ? piecesOf(readFileText(text)) : [readFileText(text)];
    for (const piece of pieces) yield { text: piece, ...numbered, ...(tokens && { logprobs: tokens }) };
    yield {
      text: '',
      ...numbered,
      finish: finish ?? 'stop',
      ...(toolCalls !== undefined && { toolCalls }),
      ...(isLast && { usage: { inputTokens, outputTokens } }),
    };
  }
}

/** Words with the blanks after them. */
function piecesOf(text: string): readonly string[] {
  return text.match(/\s*\S+\s*/gu) ?? (text === '' ? [] : [text]);
}

function scoresOf({ scores = [] }: RecordedCall, continuations: readonly string[]): number[] {
  const known = new Map(scores);
  return continuations.map((text) => known.get(text) ?? Number.NEGATIVE_INFINITY);
}
