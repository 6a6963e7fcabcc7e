import type { Scorer } from '@jacquard/node-kit';
import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { patternScorer } from './pattern-scorer.ts';

const context = { problem: '', signal: new AbortController().signal };

async function scorerOf(inputs: Readonly<Record<string, unknown>>): Promise<Scorer> {
  return (await runNode(patternScorer, { inputs })).outputs['scorer'] as Scorer; // boundary: a component's output
}

test('a text in which the pattern is found is worth 1, and solves the problem only where it is to', async () => {
  const scorer = await scorerOf({ pattern: '^\\[\\d\\]$' });
  expect(await scorer.score('[1]', context)).toEqual({ value: 1, isSolved: false });
  expect(await scorer.score('so [1]', context)).toEqual({ value: 0, isSolved: false });
  const solving = await scorerOf({ pattern: 'LOOM', ignoreCase: true, solves: true });
  expect(await solving.score('a loom', context)).toEqual({ value: 1, isSolved: true });
});

test('a pattern that is none is refused when the scorer is made, and a text without end is not searched', async () => {
  await expect(scorerOf({ pattern: '(' })).rejects.toMatchObject({ code: 'pattern-not-valid' });
  const scorer = await scorerOf({ pattern: '(a+)+$' });
  await expect(scorer.score('a'.repeat(2_000_001), context)).rejects.toMatchObject({ code: 'text-too-long' });
});
