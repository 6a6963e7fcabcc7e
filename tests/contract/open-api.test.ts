import { expect, test } from 'vitest';
import { operationDocs } from '../../apps/server/src/openapi/operation-docs.ts';
import { openApiDocument } from '../../apps/server/src/openapi/open-api-document.ts';
import { allOperations } from '../../apps/server/src/operations/all-operations.ts';

const document = openApiDocument({ version: '1', operations: allOperations, cookie: 'c', needsLogin: true });

test('every operation that is answered is documented, and nothing else is', () => {
  const answered = allOperations.map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(operationDocs).toSorted((a, b) => a.localeCompare(b))).toEqual(
    answered.toSorted((a, b) => a.localeCompare(b)),
  );
});

test('every reference within the document leads somewhere', () => {
  const text = JSON.stringify(document);
  const places = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, place]) => place ?? '');
  const find = (place: string): unknown =>
    place.split('/').reduce<unknown>((value, part) => {
      const key = decodeURIComponent(part.replaceAll('~1', '/').replaceAll('~0', '~'));
      return typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
    }, document);
  expect([...new Set(places)].filter((place) => find(place) === undefined)).toEqual([]);
  expect(places.length).toBeGreaterThan(100);
  expect(text).not.toContain('__shared#');
});

test('ids of operations are unique, and each says what it does', () => {
  const text = JSON.stringify(document);
  const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(allOperations.length);
  for (const { summary } of Object.values(operationDocs)) expect(summary).toMatch(/^[A-Z].*[^.]$/);
});
