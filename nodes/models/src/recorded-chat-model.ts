import {
  Problem,
  recordedPrompt,
  toLangChain,
  type ChatCapabilities,
  type ChatChunk,
  type ChatModel,
  type ChatOptions,
  type Message,
  type RecordedModel,
  type Recording,
} from '@jacquard/node-kit';
import { recordAnswers, replayAnswer } from './record-answers.ts';
import { recordScores } from './record-scores.ts';

/** What is done with a recording. */
export const recordingModes = {
  fill: { en: 'Replay, and record what is new', fr: 'Rejouer, et enregistrer le nouveau' },
  replay: { en: 'Replay', fr: 'Rejouer' },
  record: { en: 'Record anew', fr: 'Réenregistrer' },
} as const;

type RecordingMode = keyof typeof recordingModes;

/** A recording, and the model behind it where it may be asked. */
export interface RecordedSide {
  readonly recording: Recording;
  readonly mode: RecordingMode;
  readonly inner: ChatModel | undefined;
}

/** What a model whose answers are unknown is taken to be able to do. */
const plainCapabilities: ChatCapabilities = {
  streaming: true,
  seed: true,
  schema: false,
  grammar: false,
  logprobs: false,
  tools: false,
};

/**
 * A chat model that answers from a recording. To replay, nothing is asked of the model behind it; else what isn't recorded (to record
 * anew: everything) is asked, and written down. It can do what the recorded model could, but for probabilities of tokens.
 */
export function recordedChatModel(side: RecordedSide): ChatModel {
  const { recording, mode, inner } = side;
  const behind = mode === 'replay' ? undefined : inner;
  if (mode === 'record' && behind === undefined) throw new Problem('recording-without-model', { name: recording.name });
  const recorded = behind === undefined ? recording.content.model : describe(behind);
  if (behind !== undefined && recorded !== undefined) recording.describe(recorded);
  const alone = crypto.randomUUID();
  const answer = (input: string | readonly Message[], options: ChatOptions = {}): AsyncGenerator<ChatChunk, void> =>
    answerCall({ recording, mode, inner: behind }, input, options, alone);
  const model: ChatModel = {
    identity: { recording: recording.name, mode, model: behind?.identity ?? null },
    name: recorded === undefined ? recording.name : `${recorded.name} (${recording.name})`,
    location: behind?.location ?? 'local',
    capabilities: recorded?.capabilities ?? plainCapabilities,
    ...(behind?.settings && { settings: behind.settings }),
    ...(behind?.prices && { prices: behind.prices }),
    stream: answer,
    ...((recorded?.completes ?? false) && { complete: answer }),
    ...((recorded?.scores ?? false) && { score: recordScores({ recording, mode, inner: behind }) }),
    toLangChain: () => toLangChain(model),
  };
  return model;
}

function describe({ name, capabilities, complete, score }: ChatModel): RecordedModel {
  const { streaming, seed, schema, grammar, tools, contextTokens, languages } = capabilities;
  return {
    name,
    capabilities: {
      streaming,
      seed,
      schema,
      grammar,
      logprobs: false,
      tools,
      ...(contextTokens !== undefined && { contextTokens }),
      ...(languages !== undefined && { languages: [...languages] }),
    },
    completes: complete !== undefined,
    scores: score !== undefined,
  };
}

/** Recorded answers first, then what is asked anew; places are taken before anything is waited for. */
async function* answerCall(
  { recording, mode, inner }: RecordedSide,
  input: string | readonly Message[],
  options: ChatOptions,
  alone: string,
): AsyncGenerator<ChatChunk, void> {
  const prompt = recordedPrompt(input, options);
  const run = options.run ?? alone;
  const wanted = options.samples ?? 1;
  const known: NonNullable<ReturnType<Recording['next']>>[] = [];
  for (let next = nextOf(); known.length < wanted && next !== undefined; next = nextOf()) known.push(next);
  const missing = wanted - known.length;
  if (missing > 0 && inner === undefined) throw recording.missing(prompt);
  const slots = Array.from({ length: missing }, () => recording.reserve(prompt, run, mode === 'record'));
  try {
    for (const [sample, answer] of known.entries()) {
      options.signal?.throwIfAborted();
      yield* numbered(replayAnswer(answer, options), sample, options);
    }
    if (inner !== undefined && missing > 0) yield* recordAnswers(inner, input, options, slots, known.length);
  } finally {
    for (const slot of slots) slot.drop();
  }

  function nextOf() {
    return mode === 'record' || known.length >= wanted ? undefined : recording.next(prompt, run);
  }
}

function* numbered(chunks: Iterable<ChatChunk>, sample: number, { samples }: ChatOptions): Generator<ChatChunk> {
  for (const chunk of chunks) yield samples === undefined ? chunk : { ...chunk, sample };
}
