import { expect, test } from 'vitest';
import { catalog } from './catalog.ts';
import { memoryClass, reckonSize } from './reckon-size.ts';

test('ids are names of files, and each once; none begins another with what a download adds to it', () => {
  const ids = catalog.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9][a-z0-9.-]*$/.test(id))).toEqual([]);
});

test('only the starter’s size and checksum are known beforehand: the rest is reckoned, and says so', () => {
  const [starter, ...others] = catalog;
  expect(starter).toMatchObject({ size: 98_362_432, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(starter?.isSizeAbout).toBeUndefined();
  expect(others.filter(({ sha256, isSizeAbout }) => sha256 !== undefined || isSizeAbout !== true)).toEqual([]);
});

test('every model says where it is, what it is for in both languages, and what its licence asks if it isn’t a free one', () => {
  for (const { huggingFace, description, licence, licenceNote, languages } of catalog) {
    expect(huggingFace?.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
    expect([description.en.at(-1), description.fr.at(-1)]).toEqual(['.', '.']);
    expect(languages.length).toBeGreaterThan(0);
    const isFree = ['Apache-2.0', 'MIT'].includes(licence);
    expect(licenceNote === undefined).toBe(isFree);
  }
});

test('there is something for each machine and purpose, French included', () => {
  const chats = catalog.filter(({ kind }) => kind === 'chat');
  const classes = new Set(chats.map(({ size = 0 }) => memoryClass(size)));
  expect([2, 4, 8, 16, 32].filter((memory) => !classes.has(memory))).toEqual([]);
  const french = catalog.filter(({ languages }) => languages.includes('fr'));
  expect(new Set(french.map(({ kind }) => kind))).toEqual(new Set(['chat', 'embeddings', 'reranking']));
});

test('sizes are reckoned about as large as files of public repositories are', () => {
  // Sizes as published with the models, in bytes.
  const published: [number, string, number][] = [
    [4.02e9, 'Q4_K_M', 2.5e9],
    [8.03e9, 'Q4_K_M', 4.92e9],
    [1.71e9, 'Q4_K_M', 1.06e9],
    [568e6, 'Q8_0', 636e6],
  ];
  for (const [weights, quantisation, size] of published) {
    expect(Math.abs(reckonSize(weights, quantisation) / size - 1)).toBeLessThan(0.1);
  }
});
