import { expect, test } from 'vitest';
import { batchTexts } from './batch-texts.ts';

test('batches keep the order, and end where texts or characters are full', () => {
  expect(batchTexts(['a', 'b', 'c'], { texts: 2, characters: 100 })).toEqual([['a', 'b'], ['c']]);
  expect(batchTexts(['aaa', 'bb', 'cc'], { texts: 9, characters: 5 })).toEqual([['aaa', 'bb'], ['cc']]);
});

test('a text that is longer than a batch stands alone, and no text makes no batch', () => {
  expect(batchTexts(['a', 'long text', 'b'], { texts: 9, characters: 4 })).toEqual([['a'], ['long text'], ['b']]);
  expect(batchTexts([], { texts: 1, characters: 1 })).toEqual([]);
});
