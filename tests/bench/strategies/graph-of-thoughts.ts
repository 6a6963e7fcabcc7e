import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, type ChatModel, type Scorer } from '@jacquard/node-kit';
import { runNode } from '@jacquard/node-kit/testing';
import { z } from 'zod';
import { openHostSide } from '../local/host-side.ts';
import { countCalls } from './counted-model.ts';
import { strategy } from './reasoning-family.ts';
import { say } from './say.ts';

const itemSchema = z.object({ id: z.number(), unsorted: z.array(z.number()), sorted: z.array(z.number()) });
const most = Number(process.env['JACQUARD_BENCH_ITEMS'] ?? 5);

const listForm = { extraction: 'pattern', pattern: '\\[[\\d, ]+\\]', temperature: 0.7, maxTokens: 120 };
const sortPrompt = `Sort the digits from small to large.

Input: [5, 1, 8, 2]
Output: [1, 2, 5, 8]

Input: [9, 4, 0, 6, 4]
Output: [0, 4, 4, 6, 9]

Input: {{thought}}
Output:`;
const mergePrompt = `Merge the sorted lists into one sorted list.

Input:
1. [1, 2, 5, 8]
2. [0, 4, 6, 9]
Output: [0, 1, 2, 4, 5, 6, 8, 9]

Input:
{{thoughts}}
Output:`;
const refinePrompt = '{{sources}} sorted from small to large is not {{thought}}. Write the right list in brackets.';

const digitsOf = (text: string): readonly number[] => (text.match(/\d/gu) ?? []).map(Number);

/** The error scope of Besta et al. 2024: neighbours out of order, and digits missing or too many; at most as many as there are digits. */
function countErrors(found: readonly number[], wanted: readonly number[]): number {
  let errors = found.filter((digit, place) => place > 0 && digit < (found[place - 1] ?? 0)).length;
  for (let digit = 0; digit < 10; digit++) {
    const [one, other] = [found, wanted].map((list) => list.filter((each) => each === digit).length);
    errors += Math.abs((one ?? 0) - (other ?? 0));
  }
  return Math.min(errors, wanted.length);
}

const check: Scorer = {
  identity: 'errors',
  name: 'errors',
  score: async (text, { sources = [] }) => ({ value: -countErrors(digitsOf(text), digitsOf(sources.join(' '))) }),
};

/**
 * Sorting by a graph of thoughts on the starter model, with the paper's numbers (two halves, sorted five times each, merged ten times,
 * refined once), beside one direct prompt and the list as it was: errors of 32, lower is better.
 */
export async function sortByGraph(folder: string): Promise<void> {
  const lines = readFileSync(join(folder, 'graph-of-thoughts', 'sorting-32.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const items = lines.slice(0, most).map((line) => itemSchema.parse(JSON.parse(line)));
  const host = await openHostSide();
  const ways = { 'unsorted, as it was': asItWas, 'one prompt': askOnce, 'graph of thoughts': askByGraph };
  say(`${items.length} lists of 32 digits: mean errors, calls and tokens a list`);
  try {
    for (const [name, ask] of Object.entries(ways)) {
      const counted = countCalls(host.model);
      let errors = 0;
      for (const { id, unsorted, sorted } of items) {
        errors += countErrors(digitsOf(await ask(counted.model, unsorted, id)), sorted);
      }
      const { calls, tokens } = counted.count();
      const means = [errors, calls, tokens].map((sum) => (sum / items.length).toFixed(1).padStart(8));
      say(`${name.padEnd(22)} ${means.join(' ')}`);
    }
  } finally {
    await host.close();
  }
}

type Ask = (model: ChatModel, unsorted: readonly number[], seed: number) => Promise<string>;

const asItWas: Ask = async (_model, unsorted) => written(unsorted);

const askOnce: Ask = async (model, unsorted, seed) => {
  const inputs = {
    ...listForm,
    model,
    count: 1,
    problem: written(unsorted),
    samplePrompt: sortPrompt.replace('{{thought}}', '{{problem}}'),
  };
  try {
    return String((await runNode(strategy('reasoning.generate-thoughts'), { inputs, seed })).outputs['best']);
  } catch (error) {
    if (Problem.is(error) && error.code === 'reasoning-nothing-found') return '';
    throw error;
  }
};

const askByGraph: Ask = async (model, unsorted, seed) => {
  const apply = async (type: string, inputs: Readonly<Record<string, unknown>>, step: number): Promise<unknown> => {
    const of = type === 'generate-thoughts' || type === 'aggregate-thoughts' ? 'group' : 'all';
    const made = await runNode(strategy(`reasoning.${type}`), {
      inputs: { ...listForm, model, ...inputs },
      seed: seed + step,
    });
    const thoughts = made.outputs['thoughts'];
    const scored = await runNode(strategy('reasoning.score-thoughts'), {
      inputs: { thoughts, scoring: 'check', check },
    });
    const kept = { thoughts: scored.outputs['thoughts'], count: 1, of };
    return (await runNode(strategy('reasoning.keep-best-thoughts'), { inputs: kept })).outputs;
  };
  const thoughtsOf = (outputs: unknown): unknown => (outputs as { thoughts: unknown }).thoughts; // boundary: a node's outputs
  const parts = [written(unsorted.slice(0, 16)), written(unsorted.slice(16))];
  const sorted = await apply(
    'generate-thoughts',
    { problem: written(unsorted), parts, count: 5, samplePrompt: sortPrompt },
    0,
  );
  const merged = await apply(
    'aggregate-thoughts',
    { branches: [thoughtsOf(sorted)], count: 10, prompt: mergePrompt },
    1000,
  );
  const refined = await apply(
    'refine-thoughts',
    { thoughts: thoughtsOf(merged), keepsBefore: true, prompt: refinePrompt },
    2000,
  );
  return z.object({ best: z.string() }).parse(refined).best;
};

function written(digits: readonly number[]): string {
  return `[${digits.join(', ')}]`;
}
