import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { split } from './split.ts';

test.each([
  ['lines', 'a\r\nb\n\nc', ['a', 'b', 'c']],
  ['paragraphs', 'a\nb\n \nc\n\n\n', ['a\nb', 'c']],
  ['sentences', 'It works. Does it? Oui !', ['It works.', 'Does it?', 'Oui !']],
])('into %s', async (into, text, parts) => {
  expect((await runNode(split, { inputs: { text, into } })).outputs).toEqual({ parts });
});
