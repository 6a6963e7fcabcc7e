import { isJson } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { asDocuments } from './as-documents.ts';

test('what stands for nothing goes, so that a flow takes the value', () => {
  const [document] = asDocuments([
    { pageContent: 'x', metadata: { page: undefined, table: { name: undefined, rows: 2 } } },
  ]);
  expect(document).toEqual({ pageContent: 'x', metadata: { table: { rows: 2 } } });
  expect(isJson(document)).toBe(true);
});
