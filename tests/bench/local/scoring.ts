import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { percent, print } from './print.ts';

const itemSchema = z.object({ split: z.string(), input: z.string(), output: z.string() });
const labels = ['positive', 'negative'] as const;

/**
 * Classification by the probabilities of the labels beside classification by a generated one: accuracy and time of both. The data
 * is a file of `{split, input, output}` lines, named by `JACQUARD_BENCH_SENTIMENT`.
 */
export async function compareScoring(): Promise<void> {
  const file = process.env['JACQUARD_BENCH_SENTIMENT'] ?? '../shared/data/instruction-induction/sentiment.jsonl';
  const items = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => itemSchema.parse(JSON.parse(line)));
  const { model, close } = await openHostSide();
  const promptOf = (input: string): string =>
    `Is this sentence about a film positive or negative? Answer with one word.\n\nSentence: ${input}`;
  try {
    await wholeAnswer(model, 'Hello', { maxTokens: 1 });
    const scored = await timed(() =>
      eachOf(items, 4, async ({ input }) => {
        const scores = (await model.score?.([{ role: 'user', content: promptOf(input) }], labels)) ?? [];
        return labels[scores.indexOf(Math.max(...scores))] ?? '';
      }),
    );
    const generated = await timed(() =>
      eachOf(items, 4, async ({ input }) => {
        const options = { schema: { enum: [...labels] }, temperature: 0, maxTokens: 8 };
        return (await wholeAnswer(model, promptOf(input), options)).text.replaceAll('"', '');
      }),
    );
    for (const [name, { result, seconds }] of Object.entries({ scored, generated })) {
      const right = result.filter((label, index) => label === items[index]?.output).length;
      print(`${name}: ${percent(right, items.length)} of ${items.length} right in ${seconds.toFixed(1)} s`);
    }
    print(`time of scoring ÷ time of generating: ${(scored.seconds / generated.seconds).toFixed(2)}`);
  } finally {
    await close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}
