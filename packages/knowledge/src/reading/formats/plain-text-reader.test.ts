import { expect, test } from 'vitest';
import { readBytes } from '../testing/read-bytes.ts';
import { plainTextReader } from './plain-text-reader.ts';

test('paragraphs, underlined headings, bullets; wrapped lines are one, short lines stay', async () => {
  const read = await readBytes(
    plainTextReader,
    Buffer.from(
      [
        'Règlement\n=========\n\nLe prêt est gratuit pour toutes les personnes inscrites, et\nles amendes ont été supprimées l’an dernier par le conseil\nmunicipal.',
        '\n\n  \n\n1 rue de la Halle\n75000 Paris\n\n- livres\n  et revues\n• films\n',
      ].join(''),
      'utf8',
    ),
  );
  expect(read.lines).toEqual([
    'heading 1: Règlement',
    'paragraph: Le prêt est gratuit pour toutes les personnes inscrites, et les amendes ont été supprimées l’an dernier par le conseil municipal.',
    'paragraph: 1 rue de la Halle\n75000 Paris',
    'list-item: livres\net revues',
    'list-item: films',
  ]);
  expect(read.pages).toBeUndefined();
});

test('a form feed begins a page', async () => {
  const read = await readBytes(plainTextReader, 'one\f\ftwo\n\nthree\n\f');
  expect(read.lines).toEqual(['paragraph p1: one', 'paragraph p3: two', 'paragraph p3: three']);
  expect(read.pages).toBe(3);
});
