import type { ChatChunk, ChatModel, NodeDefinition, Scorer } from '@jacquard/node-kit';
import { fakeChatModel, itemsOf, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { aggregateThoughts } from '../aggregate-thoughts.ts';
import { generateThoughts } from '../generate-thoughts.ts';
import { keepBestThoughts } from '../keep-best-thoughts.ts';
import { refineThoughts } from '../refine-thoughts.ts';
import { scoreThoughts } from '../score-thoughts.ts';

const digitsOf = (text: string): string[] => text.match(/\d/gu) ?? [];

/** Sorts what stands last in the prompt, but only in its third sample; the first loses a digit, the second changes nothing. */
function halfwaySorter(): ChatModel {
  return {
    ...fakeChatModel({ replies: [''] }),
    async *stream(messages, { samples = 1 } = {}): AsyncGenerator<ChatChunk> {
      const digits = digitsOf(messages[0]?.content.split('Input:').at(-1) ?? '');
      for (let sample = 0; sample < samples; sample++) {
        const text = (sample === 0 ? digits.toSorted().slice(1) : sample === 1 ? digits : digits.toSorted()).join(' ');
        yield { text, sample, finish: 'stop' };
      }
    },
  };
}

const mistakes: Scorer = {
  identity: 'mistakes',
  name: 'mistakes',
  async score(text, { sources = [] }) {
    const found = digitsOf(text);
    const wanted = digitsOf(sources.join(' ')).toSorted();
    const wrong =
      wanted.filter((digit, place) => digit !== found[place]).length + Math.abs(found.length - wanted.length);
    return { value: -wrong, isSolved: wrong === 0, verdict: `${wrong} wrong` };
  },
};

async function after(node: NodeDefinition, inputs: Readonly<Record<string, unknown>>, seed = 1) {
  return runNode(node, { inputs, seed });
}

const scored = (thoughts: unknown) => after(scoreThoughts, { thoughts, scoring: 'check', check: mistakes });
const best = async (thoughts: unknown, of: 'all' | 'group') =>
  after(keepBestThoughts, { thoughts: (await scored(thoughts)).outputs['thoughts'], count: 1, of });

//  parts ─▶ sorted ×3 ─▶ best of each ─▶ pairs merged ×3 ─▶ best of each ─▶ merged ×3 ─▶ best ─▶ refined
test('merge sort of thoughts: each part sorted, the best kept, pairs merged, until one list is left', async () => {
  const model = halfwaySorter();
  const problem = '7 3 9 1 4 8 2 6';
  const parts = ['7 3', '9 1', '4 8', '2 6'];
  const samplePrompt = 'Sort. Input: {{thought}}';
  const prompt = 'Merge. Input: {{texts}}';
  const sorted = await after(generateThoughts, { model, problem, parts, count: 3, samplePrompt });
  let kept = await best(sorted.outputs['thoughts'], 'group');
  expect(kept.outputs['texts']).toEqual(['3 7', '1 9', '4 8', '2 6']);
  const sizes = [];
  for (const seed of [2, 3]) {
    const merged = await after(
      aggregateThoughts,
      { model, branches: [kept.outputs['thoughts']], count: 3, prompt },
      seed,
    );
    kept = await best(merged.outputs['thoughts'], 'group');
    sizes.push((kept.outputs['texts'] as string[]).length); // boundary: a list of texts
  }
  expect(sizes).toEqual([2, 1]);
  expect(kept.outputs).toMatchObject({ best: '1 2 3 4 6 7 8 9', value: 0, isSolved: true });
  const refined = await after(
    refineThoughts,
    { model, thoughts: kept.outputs['thoughts'], keepsBefore: true, rounds: 2 },
    4,
  );
  const end = await best(refined.outputs['thoughts'], 'all');
  expect(end.outputs).toMatchObject({ best: '1 2 3 4 6 7 8 9', value: 0 });
  const items = itemsOf(end);
  expect(items.filter(({ form }) => form === 'thought').length).toBeGreaterThan(4 + 12 + 6 + 3);
  expect(items.some(({ form, data }) => form === 'thought' && 'parents' in data && data.parents.length === 2)).toBe(
    true,
  );
  const leftBefore = items.flatMap((item) => (item.form === 'selection' ? item.data.pruned : []));
  expect(new Set(leftBefore).size).toBe(leftBefore.length);
});

test('branches of two nodes are joined, the same thought of one node once, equal texts of two nodes twice', async () => {
  const model = fakeChatModel({ replies: ['the same'] });
  const one = await after(generateThoughts, { model, problem: 'p', count: 1 }, 1);
  const other = await after(generateThoughts, { model, problem: 'p', count: 1 }, 2);
  const branches = [one, other, one].map(({ outputs }) => outputs['thoughts']);
  const merger = fakeChatModel({ replies: ['merged'] });
  const { outputs, traces } = await after(aggregateThoughts, { model: merger, branches, grouping: 'all', count: 1 }, 3);
  expect(outputs['texts']).toEqual(['merged']);
  expect(merger.calls[0]?.messages[0]?.content).toContain('1. the same\n2. the same\n\nBring these 2 together');
  expect(traces.find(({ data }) => (data as { text?: string }).text === 'merged')?.data).toMatchObject({
    operation: 'aggregate',
    depth: 2,
    from: { call: 'aggregate', sample: 0 },
  });
});

test('a score is by what the thought goes back to, and a part that nothing came of is its own measure', async () => {
  const silent = fakeChatModel({ replies: [''] });
  const { outputs } = await after(generateThoughts, { model: silent, problem: '2 1 4 3', parts: ['1 2', '4 3'] });
  expect(outputs['texts']).toEqual(['1 2', '4 3']);
  const { traces } = await scored(outputs['thoughts']);
  const values = traces
    .filter(({ form }) => form === 'evaluation')
    .map(({ data }) => (data as { value: number }).value);
  expect(values).toEqual([0, -2]);
});
