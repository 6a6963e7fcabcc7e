import { expect, test } from 'vitest';
import type { HubFile } from './hub.ts';
import { chooseQuantisation, groupQuantisations, quantisationIn } from './quantisations.ts';

const file = (path: string, size = 1): HubFile => ({ path, size, sha256: 'a'.repeat(64) });

test('a file’s name says how it is packed', () => {
  const names = {
    'Qwen3-4B-Instruct-2507-Q4_K_M.gguf': 'Q4_K_M',
    'smollm2-360m-instruct-q8_0.gguf': 'Q8_0',
    'all-MiniLM-L6-v2.Q4_0.gguf': 'Q4_0',
    'bge-m3-FP16.gguf': 'F16',
    'model-UD-Q4_K_XL.gguf': 'UD-Q4_K_XL',
    'big-IQ2_XXS-00001-of-00003.gguf': 'IQ2_XXS',
    'BF16/Qwen3-30B-00001-of-00002.gguf': 'BF16',
    'gpt-oss-20b-mxfp4.gguf': 'MXFP4',
    'plain.gguf': 'plain',
  };
  for (const [name, packed] of Object.entries(names)) expect([name, quantisationIn(name)]).toEqual([name, packed]);
});

test('a repository’s quantisations: smallest first, parts together, without what is no model', () => {
  const groups = groupQuantisations([
    file('m-Q8_0.gguf', 9),
    file('m-F16-00002-of-00002.gguf', 8),
    file('m-F16-00001-of-00002.gguf', 8),
    file('m-Q6_K-00001-of-00002.gguf', 5), // the other part is not there
    file('mmproj-m-f16.gguf', 1),
    file('m.imatrix.gguf', 1),
    file('m-Q4_0.gguf', 4),
  ]);
  expect(groups.map(({ quantisation, size, files }) => [quantisation, size, files.map(({ path }) => path)])).toEqual([
    ['Q4_0', 4, ['m-Q4_0.gguf']],
    ['Q8_0', 9, ['m-Q8_0.gguf']],
    ['F16', 16, ['m-F16-00001-of-00002.gguf', 'm-F16-00002-of-00002.gguf']],
  ]);
});

test('the one that was asked for, else the usual one, else the smallest', () => {
  const offers = groupQuantisations([file('m-Q2_K.gguf', 2), file('m-Q4_K_M.gguf', 4), file('m-Q8_0.gguf', 8)]);
  const chosen = (wanted: Parameters<typeof chooseQuantisation>[1]): unknown =>
    chooseQuantisation(offers, wanted)?.quantisation;
  expect(chosen({})).toBe('Q4_K_M');
  expect(chosen({ quantisation: 'q8_0' })).toBe('Q8_0');
  expect(chosen({ file: 'm-Q2_K.gguf' })).toBe('Q2_K');
  expect(chosen({ quantisation: 'Q5_0' })).toBeUndefined();
  expect(chooseQuantisation(groupQuantisations([file('odd.gguf')]), {})?.quantisation).toBe('odd');
});
