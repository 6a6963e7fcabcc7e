import { versionSchema, versionsSchema, wholeVersionSchema } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

test.each([
  ['the database', {}],
  ['a project folder', { projectFolder: temporaryFolder() }],
])('a version is kept, named, compared, restored and deleted; flows in %s', async (_where, options) => {
  const server = await startUnderTest(options);
  const id = await server.save(templateFlow('First'));
  const path = `/api/v1/flows/${id}`;
  const made = await server.ask(`${path}/versions`, { method: 'POST', body: { name: ' Good ', note: 'Works.' } });
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe(`${path}/versions/1`);
  expect(versionSchema.parse(made.json)).toMatchObject({ number: 1, reason: 'saved', name: 'Good', note: 'Works.' });

  const { revision } = (await server.ask(path)).json;
  const headers = { 'if-match': `"${String(revision)}"` };
  const put = await server.ask(path, { method: 'PUT', headers, body: { document: templateFlow('Second') } });
  expect(put.status).toBe(200);
  const whole = wholeVersionSchema.parse((await server.ask(`${path}/versions/1`)).json);
  expect(JSON.stringify(whole.document)).toContain('First');

  const stale = await server.ask(`${path}/versions/1/restore`, { method: 'POST', headers, body: {} });
  expect([stale.status, stale.json.code]).toEqual([412, 'flow-changed']);
  const restored = await server.ask(`${path}/versions/1/restore`, {
    method: 'POST',
    headers: { 'if-match': String(put.headers.etag) },
    body: {},
  });
  expect(restored.status).toBe(200);
  expect(JSON.stringify((await server.ask(path)).json.document)).toContain('First');
  expect((await server.ask(path)).headers.etag).toBe(restored.headers.etag);

  const list = async () => versionsSchema.parse((await server.ask(`${path}/versions`)).json).versions;
  expect((await list()).map(({ number, reason }) => `${number} ${reason}`)).toEqual(['2 restore', '1 saved']);
  const named = await server.ask(`${path}/versions/2`, { method: 'PATCH', body: { name: 'Second', note: null } });
  expect(named.json).toMatchObject({ number: 2, name: 'Second' });
  expect((await server.ask(`${path}/versions/1`, { method: 'DELETE' })).status).toBe(204);
  expect((await list()).map(({ number }) => number)).toEqual([2]);
});

test('what is no version is refused in words', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('First'));
  const path = `/api/v1/flows/${id}/versions`;
  const unknown = await server.ask(`${path}/7`);
  expect([unknown.status, unknown.json.code]).toEqual([404, 'version-not-found']);
  expect((await server.ask(`${path}/7`, { method: 'DELETE' })).status).toBe(404);
  expect((await server.ask(`${path}/one`)).status).toBe(400);
  expect((await server.ask('/api/v1/flows/none/versions')).status).toBe(404);
  const blind = await server.ask(`${path}/1/restore`, { method: 'POST', body: {} });
  expect([blind.status, blind.json.code]).toEqual([428, 'revision-missing']);
  for (const body of [{ name: 'x'.repeat(201) }, { name: '' }, { reason: 'restore' }, { other: 1 }]) {
    expect((await server.ask(path, { method: 'POST', body })).status).toBe(400);
  }
  const broken = await server.ask(path, { method: 'POST', body: { document: { nodes: [] } } });
  expect([broken.status, broken.json.code]).toEqual([422, 'flow-invalid']);
  expect((await server.ask(path)).json.versions).toEqual([]);
});
