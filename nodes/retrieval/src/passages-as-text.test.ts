import { fakePassage, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { passagesAsText } from './passages-as-text.ts';

const one = fakePassage('handbook.pdf', 'Dogs wait outside.');
const given = [
  { ...one, metadata: { ...one.metadata, page: 4 } },
  fakePassage('fees.csv', 'A card costs four pounds.'),
];
const textOf = async (inputs: object) =>
  (await runNode(passagesAsText, { inputs: { passages: given, ...inputs } })).outputs['text'];

test('passages are numbered and name their sources', async () => {
  expect(await textOf({})).toBe(
    '[1] (handbook.pdf, p. 4) Dogs wait outside.\n\n[2] (fees.csv) A card costs four pounds.',
  );
  expect(await textOf({ numbered: false, sources: false, separator: ' | ' })).toBe(
    'Dogs wait outside. | A card costs four pounds.',
  );
});

test('what doesn’t fit is left out whole; a first passage that is too long is cut', async () => {
  expect(await textOf({ longest: 60, sources: false, separator: '\n'.repeat(60) })).toBe('[1] Dogs wait outside.');
  expect(await textOf({ passages: [fakePassage('a', 'x'.repeat(500))], longest: 100 })).toHaveLength(100);
  expect(await textOf({ passages: [] })).toBe('');
});
