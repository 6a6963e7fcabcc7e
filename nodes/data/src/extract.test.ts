import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';

const outputsFor = async (inputs: Readonly<Record<string, unknown>>) => (await runNode(extract, { inputs })).outputs;

test('without a group the whole match is given', async () => {
  expect(await outputsFor({ text: 'a1 b22', pattern: '\\d+' })).toMatchObject({ first: '1', matches: ['1', '22'] });
});

test('a first match that isn’t there is left out', async () => {
  expect(await outputsFor({ text: 'none', pattern: '\\d+' })).toEqual({
    matches: [],
    groups: { columns: ['match'], rows: [] },
  });
});

test('a group that took no part is an empty cell', async () => {
  const { groups } = await outputsFor({ text: 'b', pattern: '(a)?(b)' });
  expect(groups).toEqual({ columns: ['group 1', 'group 2'], rows: [{ 'group 1': null, 'group 2': 'b' }] });
});

test('an evil pattern takes linear time', async () => {
  expect(await outputsFor({ text: `${'a'.repeat(20_000)}!`, pattern: '^(a|aa)+$' })).toMatchObject({ matches: [] });
});

test('a pattern that takes the square of the text can be cancelled', async () => {
  const abort = new AbortController();
  const running = runNode(extract, {
    inputs: { text: 'a'.repeat(50_000), pattern: 'a.*b|a' },
    signal: abort.signal,
  });
  setTimeout(() => abort.abort(new Error('stopped')), 50);
  await expect(running).rejects.toThrow('stopped');
});

test('too many matches, or too long a text, is an error rather than a part of the truth', async () => {
  await expect(outputsFor({ text: 'a'.repeat(100_001), pattern: 'a' })).rejects.toMatchObject({
    code: 'matches-too-many',
  });
  await expect(outputsFor({ text: 'a'.repeat(2_000_001), pattern: 'a' })).rejects.toMatchObject({
    code: 'text-too-long',
  });
});
