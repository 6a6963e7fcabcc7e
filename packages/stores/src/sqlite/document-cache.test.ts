import { expect, test } from 'vitest';
import { flowDocument } from '../testing/conformance/behaviour.ts';
import { createDocumentCache } from './document-cache.ts';

test('gives the same object until the revision changes', () => {
  const cache = createDocumentCache();
  const read = () => flowDocument('Flow');
  const first = cache.get('main flow', '1', read);
  expect(cache.get('main flow', '1', read)).toBe(first);
  expect(cache.get('main other', '1', read)).not.toBe(first);
  const second = cache.get('main flow', '2', read);
  expect(second).not.toBe(first);
  expect(cache.get('main flow', '2', read)).toBe(second);
});

test('forgets what was not asked for in a long time', () => {
  const cache = createDocumentCache();
  let reads = 0;
  const read = (key: string) =>
    cache.get(key, '1', () => {
      reads += 1;
      return flowDocument('Flow');
    });
  for (let number = 0; number < 300; number += 1) {
    read(`flow ${number}`);
    read('often');
  }
  expect(reads).toBe(301);
  read('flow 0');
  expect(reads).toBe(302);
});
