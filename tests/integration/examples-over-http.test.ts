import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

test.each(['en', 'fr'])('each example in %s is listed, copied with its files and has no errors', async (language) => {
  const server = await startUnderTest();
  const { examples } = (await server.ask(`/api/v1/examples?language=${language}`)).json as {
    examples: { id: string; name: string }[];
  }; // boundary: our own answer
  expect(examples.length).toBeGreaterThanOrEqual(7);
  for (const { id, name } of examples) {
    const copied = await server.ask('/api/v1/flows', { method: 'POST', body: { example: id, language } });
    expect([id, copied.status]).toEqual([id, 201]);
    expect(copied.json).toMatchObject({ imported: false, document: { name, language } });
    const check = await server.ask('/api/v1/flows/check', { method: 'POST', body: copied.json.document });
    const issues = check.json.issues as { severity: string }[]; // boundary: as above
    expect([id, issues.filter(({ severity }) => severity === 'error')]).toEqual([id, []]);
  }
});

test('an example’s file comes along: held by the flow, or beside it in a project folder', async () => {
  const home = await startUnderTest();
  const body = { example: 'summarise-a-file', language: 'en' };
  const { id } = (await home.ask('/api/v1/flows', { method: 'POST', body })).json;
  const { files } = (await home.ask(`/api/v1/flows/${String(id)}/files`)).json as { files: { name: string }[] }; // boundary: as above
  expect(files.map(({ name }) => name)).toEqual(['the-loom-that-read-cards.md']);
  const projectFolder = temporaryFolder();
  const project = await startUnderTest({ projectFolder });
  await project.ask('/api/v1/flows', { method: 'POST', body });
  expect(existsSync(join(projectFolder, 'documents/the-loom-that-read-cards.md'))).toBe(true);
});

test('the page learns which flow was last open, and that a start was the first until there is one', async () => {
  const server = await startUnderTest({ keepsHouse: true });
  const before = (await server.ask('/api/v1/workspace')).json;
  expect(before).toMatchObject({ firstStart: true, offline: false });
  const { id } = (await server.ask('/api/v1/flows', { method: 'POST', body: { example: 'hello-model' } })).json;
  expect((await server.ask('/api/v1/workspace')).json).toMatchObject({ firstStart: false, lastFlowId: id });
  await server.ask(`/api/v1/flows/${String(id)}`, { method: 'DELETE', headers: { 'if-match': '*' } });
  expect((await server.ask('/api/v1/workspace')).json).not.toHaveProperty('lastFlowId');
});
