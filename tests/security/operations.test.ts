import { expect, test } from 'vitest';
import { startUnderTest } from './server-under-test.ts';

test('a path that no operation names is not found, and another method is told which there are', async () => {
  const server = await startUnderTest();
  expect((await server.ask('/api/v1/nothing')).status).toBe(404);
  expect((await server.ask('/api/nothing')).json.code).toBe('path-not-found');
  const other = await server.ask('/api/v1/flows', { method: 'PATCH', body: {} });
  expect([other.status, other.headers.allow]).toEqual([405, 'GET, POST']);
});
