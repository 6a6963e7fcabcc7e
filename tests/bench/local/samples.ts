import type { ChatModel } from '@jacquard/node-kit';
import { openHostSide } from './host-side.ts';
import { print } from './print.ts';

const samples = 8;
const answerTokens = 64;
const rounds = 3;

/** A prompt of about 400 tokens. */
function longPrompt(round: number): string {
  const notes = Array.from(
    { length: 18 },
    (_note, index) =>
      `${index + 1}. Note ${round * 100 + index} of the weaver's book says that the thread was counted.`,
  );
  return `Notes of ${round * 7919}.\n${notes.join('\n')}\nTell a long story that begins with these notes.`;
}

/** Self-consistency: eight samples of one call beside one prompt and eight answers, and beside eight calls. */
export async function compareSamples(): Promise<void> {
  const { model, close } = await openHostSide();
  const ratios: { readonly bound: number; readonly separate: number; readonly prompt: number }[] = [];
  try {
    await ask(model, 'Hello', 1, 1);
    for (let round = 0; round < rounds; round += 1) {
      const prompt = await ask(model, longPrompt(round * 10), 1, 1);
      const own = await ask(model, longPrompt(round * 10 + 1), samples, answerTokens);
      // Answers alone: the same prompt once more, whose state is there, and as many answers at once.
      const answers = await ask(model, longPrompt(round * 10 + 1), samples, answerTokens);
      const began = performance.now();
      const contents = Array.from({ length: samples }, (_sample, index) => longPrompt(round * 10 + 2 + index / 100));
      const apart = await Promise.all(contents.map((content) => ask(model, content, 1, answerTokens)));
      const time = performance.now() - began;
      const tokensOf = (all: readonly Asked[]): number => all.reduce((sum, { tokens }) => sum + tokens, 0);
      const written = (answers.time * own.tokens) / answers.tokens;
      ratios.push({
        bound: own.time / (prompt.time + written),
        separate: own.time / own.tokens / (time / tokensOf(apart)),
        prompt: prompt.promptTokens,
      });
    }
    const middle = (of: 'bound' | 'separate'): number =>
      ratios.map((ratio) => ratio[of]).sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
    print(
      `${samples} samples over a prompt of ${ratios[0]?.prompt} tokens ÷ (1 prompt + ${samples} answers): ${middle('bound').toFixed(2)} (≤ 1.1)`,
    );
    print(`time of a token beside ${samples} separate requests: ${middle('separate').toFixed(2)}`);
  } finally {
    await close();
  }
}

interface Asked {
  readonly time: number;
  readonly tokens: number;
  readonly promptTokens: number;
}

async function ask(model: ChatModel, content: string, count: number, maxTokens: number): Promise<Asked> {
  const began = performance.now();
  const options = { samples: count, maxTokens, temperature: 0.8, run: `samples-${began}` };
  let tokens = 0;
  let promptTokens = 0;
  for await (const { usage } of model.stream([{ role: 'user', content }], options)) {
    tokens = usage?.outputTokens ?? tokens;
    promptTokens = usage?.inputTokens ?? promptTokens;
  }
  return { time: performance.now() - began, tokens, promptTokens };
}
