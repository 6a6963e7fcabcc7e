import type { ModelState } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { groupModels, isHere, matchesWords } from './group-models.ts';

const model = (id: string, change: Partial<ModelState> = {}): ModelState => ({
  id,
  name: id,
  kind: 'chat',
  description: { en: '', fr: '' },
  size: 1e9,
  parameters: '',
  contextTokens: 0,
  languages: [],
  licence: '',
  state: 'absent',
  isDefault: false,
  ...change,
});

test('models are grouped by purpose, and within it by what the machine has room for', () => {
  const models = [
    model('small'),
    model('large', { size: 9e9 }),
    model('vectors', { kind: 'embeddings' }),
    model('middle', { size: 3e9 }),
    model('known', { size: 9e9, memory: 1e9 }),
  ];
  const groups = groupModels(models, { totalMemory: 8e9, freeMemory: 2e9 });
  expect(
    groups.map(({ kind, fits }) => [kind, fits.map(({ fit, models: list }) => [fit, list.map(({ id }) => id)])]),
  ).toEqual([
    [
      'chat',
      [
        ['well', ['small', 'known']],
        ['tight', ['middle']],
        ['too-large', ['large']],
      ],
    ],
    ['embeddings', [['well', ['vectors']]]],
  ]);
});

test('what is here, begun or needed stands with this machine’s models', () => {
  expect(isHere(model('a'))).toBe(false);
  expect(isHere(model('a', { partial: 3 }))).toBe(true);
  expect(isHere(model('a', { isDefault: true }))).toBe(true);
  expect(isHere(model('a', { state: 'failed' }))).toBe(true);
  expect(isHere(model('a', { addedFrom: 'hf:me/a/a.gguf' }))).toBe(true);
});

test('words are looked for without accents and case, all of them', () => {
  expect(matchesWords(['Qwen2.5 1.5B', 'français, anglais'], 'FRANCAIS qwen')).toBe(true);
  expect(matchesWords(['Qwen2.5 1.5B', 'anglais'], 'qwen français')).toBe(false);
  expect(matchesWords(['x'], '')).toBe(true);
});
