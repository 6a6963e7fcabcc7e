import { expect, test } from 'vitest';
import type { Catalog } from '../message-entry.ts';
import { placeholdersOf } from '../render-message.ts';
import { cliMessages } from './cli.ts';
import { catalog as shared, catalogAreas } from './index.ts';

const catalog: Catalog = { ...shared, ...cliMessages };

const texts = Object.entries(catalog).flatMap(([code, { title, detail, hint }]) =>
  [title, detail, ...(hint ? [hint] : [])].map((words) => ({ code, words })),
);

test('every entry has both languages, and their placeholders agree', () => {
  expect(texts.filter(({ words }) => words.en.trim() === '' || words.fr.trim() === '')).toEqual([]);
  const disagreeing = texts.filter(
    ({ words }) => placeholdersOf(words.en).join(' ') !== placeholdersOf(words.fr).join(' '),
  );
  expect(disagreeing).toEqual([]);
});

test('a code stands in one area alone, in kebab-case', () => {
  const codes = [...catalogAreas, cliMessages].flatMap((area) => Object.keys(area));
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

test('details and hints are sentences', () => {
  const sentences = Object.entries(catalog).flatMap(([, { detail, hint }]) => [detail, ...(hint ? [hint] : [])]);
  const ends = sentences.flatMap((words) => [words.en, words.fr]);
  expect(ends.filter((text) => !/[.?!…»"}\]]$/.test(text))).toEqual([]);
});

/** What is told without anything being wrong. */
const notices = new Set([
  'cli-bundle-written',
  'cli-client-written',
  'cli-downloaded',
  'cli-downloading',
  'cli-engine-fetching',
  'cli-engine-lacks-vulkan',
  'cli-engine-seen',
  'cli-engine-slow',
  'cli-engine-trying',
  'cli-engine-using',
  'cli-engine-works',
  'cli-flow-fine',
  'cli-knowledge-building',
  'cli-knowledge-built',
  'cli-model-about',
  'cli-model-ask',
  'cli-model-fits-tight',
  'cli-model-fits-too-large',
  'cli-model-fits-well',
  'cli-model-without-checksum',
  'cli-model-without-template',
  'cli-stopping',
]);

/** A difference between two interfaces is read before one decides, and what to do hangs on what was meant. */
const isNotice = (code: string): boolean => notices.has(code) || code.startsWith('interface-');

test('every error says what can be done about it', () => {
  const silent = Object.entries(catalog).filter(([code, { hint }]) => hint === undefined && !isNotice(code));
  expect(silent.map(([code]) => code)).toEqual([]);
});
