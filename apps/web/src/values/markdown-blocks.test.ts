import { expect, test } from 'vitest';
import { markdownBlocks } from './markdown-blocks.ts';

const textsOf = (text: string): string[] => markdownBlocks(text).blocks.map((block) => block.text);

test('paragraphs, lists and code are blocks of their own; empty lines within them cut nothing', () => {
  const code = '```js\nconst a = 1;\n\nconst b = 2;\n```\n\n';
  const list = '- one\n\n  more of one\n\n- two\n\n';
  expect(textsOf(`# Title\n\nText\ngoes on\n\n${code}${list}The end`)).toEqual([
    '# Title\n\n',
    'Text\ngoes on\n\n',
    code,
    list,
    'The end',
  ]);
});

test('a text that grows gives what the whole text gives, and keeps what has settled', () => {
  const text = Array.from(
    { length: 40 },
    (_, index) => `## Part ${index}\n\n1. one\n\n2. two\n\n~~~\ncode ${index}\n\n~~~\n\nA line.\n\n`,
  ).join('');
  let grown = markdownBlocks('');
  for (let length = 7; length < text.length; length += 7) grown = markdownBlocks(text.slice(0, length), grown);
  const [first] = grown.blocks;
  grown = markdownBlocks(text, grown);
  expect(grown.blocks[0]).toBe(first);
  expect(grown.blocks).toEqual(markdownBlocks(text).blocks);
});

test('a text that was changed in its midst is cut afresh', () => {
  const before = markdownBlocks('One\n\nTwo\n\nThree\n\nFour');
  expect(markdownBlocks('Une\n\nTwo\n\nThree\n\nFour', before).blocks[0]?.text).toBe('Une\n\n');
});

test('code without an end is cut, and each part stays code', () => {
  const blocks = textsOf(`\`\`\`python\n${'print(1)\n'.repeat(3_000)}`);
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.every((block) => block.startsWith('```python\n'))).toBe(true);
});

test('a long table is cut between rows, and each part has the head again', () => {
  const head = '| thread | metres |\n| :--- | ---: |\n';
  const text = `Below:\n${head}${'| linen, washed and dried | 522 |\n'.repeat(600)}\nThe end`;
  const parts = textsOf(text);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.slice(1, -1).every((part) => part.startsWith(head))).toBe(true);
  expect(parts.at(-1)).toBe('The end');
  let grown = markdownBlocks('');
  for (let length = 50; length < text.length; length += 50) grown = markdownBlocks(text.slice(0, length), grown);
  expect(markdownBlocks(text, grown).blocks).toEqual(markdownBlocks(text).blocks);
});

test.for(['word '.repeat(30_000), '- an item\n'.repeat(5_000), 'x'.repeat(50_000), 'a line\n'.repeat(9_000)])(
  'no block is long, whatever a model writes',
  (text) => {
    const { blocks } = markdownBlocks(text);
    expect(Math.max(...blocks.map((block) => block.length))).toBeLessThan(11_000);
    expect(blocks.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
  },
);
