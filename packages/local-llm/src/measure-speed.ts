import { randomInt } from 'node:crypto';
import { generalDrawing } from './drawing.ts';
import type { ModelHost } from './host/model-host.ts';

/** How fast a model works on this machine, in tokens a second. */
export interface ModelSpeed {
  /** Of a prompt. */
  readonly reading: number;
  /** Of an answer; absent for a model that doesn't write, or would not. */
  readonly writing?: number;
}

/** What is measured, and with what. */
export interface MeasureOptions {
  readonly ask: ModelHost['ask'];
  readonly path: string;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** Tokens of an answer that is timed: few enough for a large model on a small machine. */
const answerTokens = 48;
/** An answer of fewer says nothing of speed. */
const leastTokens = 8;
/** How often an answer is drawn anew when the model had nothing to say. */
const tries = 3;

/**
 * Times one answer: from the question to the first piece the model reads, from there to the last it writes. The weights are
 * loaded before, by an answer of one token.
 */
export async function measureChat({
  ask,
  path,
  signal,
  now = performance.now.bind(performance),
}: MeasureOptions): Promise<ModelSpeed> {
  const answer = async (content: string, maxTokens: number): Promise<Timing> => {
    const started = now();
    const timing: Timing = { started, first: undefined, last: started, read: 0, written: 0 };
    const question = { type: 'chat', model: { path }, run: 'measure', priority: 'person' } as const;
    const generation = {
      ...generalDrawing,
      tokenBias: [],
      seed: randomInt(2 ** 32),
      stop: [],
      maxTokens,
    };
    await ask(
      { ...question, input: [{ role: 'user', content }], generation: { ...generation, samples: 1 } },
      {
        signal,
        onReply: (reply) => {
          if (reply.type === 'wait') return;
          timing.last = now();
          timing.first ??= timing.last;
          if (reply.type !== 'sample-end') return;
          timing.read = reply.inputTokens;
          timing.written = reply.outputTokens;
        },
      },
    );
    return timing;
  };
  await answer('Hello', 1);
  let speed = speedOf(await answer(freshPrompt(), answerTokens));
  for (let more = 1; more < tries && speed.writing === undefined; more += 1) {
    speed = speedOf(await answer(freshPrompt(), answerTokens));
  }
  return speed;
}

/** Times the vectors of a few passages. */
export async function measureEmbeddings({
  ask,
  path,
  signal,
  now = performance.now.bind(performance),
}: MeasureOptions): Promise<ModelSpeed> {
  const embed = async (texts: string[]): Promise<number> => {
    const started = now();
    await ask({ type: 'embed', model: { path }, run: 'measure', priority: 'person', texts }, { signal });
    return now() - started;
  };
  await embed(['Hello']);
  const texts = [freshPrompt(), freshPrompt()];
  const counted = await Promise.all(texts.map((input) => ask({ type: 'count', model: { path }, input }, { signal })));
  const tokens = counted.reduce((sum, reply) => sum + (reply.type === 'count-result' ? reply.tokens : 0), 0);
  return { reading: perSecond(tokens, await embed(texts)) };
}

interface Timing {
  readonly started: number;
  first: number | undefined;
  last: number;
  read: number;
  written: number;
}

function speedOf({ started, first = started, last, read, written }: Timing): ModelSpeed {
  const reading = perSecond(read, first - started);
  return written < leastTokens ? { reading } : { reading, writing: perSecond(written - 1, last - first) };
}

function perSecond(tokens: number, milliseconds: number): number {
  return (tokens * 1000) / Math.max(1, milliseconds);
}

/** A text that no earlier one begins like: nothing that was kept makes reading look fast. */
function freshPrompt(): string {
  const notes = Array.from({ length: 8 }, (_item, row) => `${row + 1}. ${sentences[row % sentences.length]}`);
  return `Notes of day ${randomInt(1_000_000)}.\n${notes.join('\n')}\nTell a long story that begins with these notes.`;
}

const sentences = [
  'The loom stood by the window, and the light fell on a cloth that nobody had finished.',
  'A messenger brought cards with holes in them, tied together in a long chain.',
  'At noon the bells rang twice, though it was neither Sunday nor a holiday.',
  'In the evening the weaver counted her threads and found one more than the day before.',
] as const;
