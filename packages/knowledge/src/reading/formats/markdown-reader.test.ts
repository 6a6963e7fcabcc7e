import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { markdownReader } from './markdown-reader.ts';

test('marks go, structure stays; front matter is no text', async () => {
  const source = [
    '---',
    'title: "Le prêt"',
    'draft: true',
    '---',
    '# Prêter *aux* amis',
    '',
    'Un [lien](http://x.y) vers `code`,',
    'deux  ',
    'lignes.[^1]',
    '',
    '- un',
    '  - deux',
    '',
    '    encore',
    '- [x] fait',
    '',
    '1. premier',
    '',
    '> cité',
    '',
    '```js',
    '  x = 1',
    '',
    '  y = 2',
    '```',
    '',
    'Sous',
    '----',
    '',
    '<div>en <b>HTML</b></div>',
    '',
    '[^1]: Une note.',
  ];
  const read = await readBytes(markdownReader, source.join('\n'));
  expect(read.lines).toEqual([
    'heading 1: Prêter aux amis',
    'paragraph: Un lien vers code, deux\nlignes. (1)',
    'list-item: un',
    'list-item: deux',
    'paragraph: encore',
    'list-item: fait',
    'list-item: premier',
    'paragraph: cité',
    'code:   x = 1\n\n  y = 2',
    'heading 2: Sous',
    'paragraph: en HTML',
    'paragraph: (1) Une note.',
  ]);
  expect(read.title).toBe('Le prêt');
});

test('a table keeps its header and rows; the first heading is the title', async () => {
  const read = await readBytes(
    markdownReader,
    '# Tarifs\n\n| Qui | Prix |\n|--|--:|\n| **adultes** | 12 € |\n| enfants | 0 |\n',
  );
  expect(tablesOf(read)).toEqual([{ header: ['Qui', 'Prix'], rows: ['2: adultes | 12 €', '3: enfants | 0'] }]);
  expect(read.title).toBe('Tarifs');
});

test('a rule at the beginning is no front matter', async () => {
  const read = await readBytes(markdownReader, '---\n\nhello\n\n---\n\nworld');
  expect(read.lines).toEqual(['paragraph: hello', 'paragraph: world']);
});

test('a long document is read in parts, and code is not cut', async () => {
  const section = (index: number): string =>
    `# Part ${index}\n\n${'word '.repeat(20_000)}\n\n\`\`\`\n# no heading\n\`\`\`\n\n`;
  const read = await readBytes(markdownReader, Array.from({ length: 4 }, (_, index) => section(index)).join(''));
  const kinds = read.blocks.map(({ kind }) => kind);
  expect(kinds).toEqual(Array.from({ length: 4 }, () => ['heading', 'paragraph', 'code']).flat());
});
