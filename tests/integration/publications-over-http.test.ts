import {
  flowInterfaceAnswerSchema,
  publicationListSchema,
  publicationSchema,
  publishPreviewSchema,
} from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

const flow = (inputs: object, overrides?: readonly string[]) => ({
  jacquard: 1,
  name: 'Shout',
  ...(overrides && { overrides }),
  nodes: {
    ...inputs,
    split: { type: 'data.split', inputs: { text: 'a b' } },
    join: { type: 'data.join', inputs: { texts: { from: 'split.parts' }, separator: ', ' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'join.text' }, label: 'Answer', example: 'a, b' } },
  },
});
const topic = { topic: { type: 'io.text-input', inputs: { label: 'Topic', example: 'Weaving' } } };

test('a flow is published, called by number or label, rolled back and withdrawn', async () => {
  const server = await startUnderTest();
  const id = await server.save(flow(topic, ['join.separator']));
  const path = `/api/v1/flows/${id}`;
  const none = await server.ask(`${path}/interface`);
  expect([none.status, none.json.code]).toEqual([409, 'not-published']);

  const made = await server.ask(`${path}/publications`, {
    method: 'POST',
    body: { name: 'Spring', label: 'production' },
  });
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe(`${path}/versions/1`);
  expect(publicationSchema.parse(made.json)).toMatchObject({ number: 1, name: 'Spring', labels: ['production'] });

  const { revision } = (await server.ask(path)).json;
  const headers = { 'if-match': `"${String(revision)}"` };
  await server.ask(path, { method: 'PUT', headers, body: { document: flow({}) } });
  const preview = await server.ask(`${path}/publications/preview`, { method: 'POST', body: {} });
  const { changes } = publishPreviewSchema.parse(preview.json);
  expect(changes.map(({ code, breaks }) => [code, breaks])).toEqual([
    ['interface-input-removed', true],
    ['interface-override-removed', true],
  ]);
  expect((await server.ask(`${path}/publications`, { method: 'POST', body: {} })).json.number).toBe(2);
  const current = async () => {
    const list = publicationListSchema.parse((await server.ask(`${path}/publications`)).json);
    return list.publications.find(({ isCurrent }) => isCurrent)?.number;
  };
  expect(await current()).toBe(2);
  await server.ask(`${path}/publications`, { method: 'POST', body: { version: 1 } });
  expect(await current()).toBe(1);

  const labelled = await server.ask(`${path}/publications/1`, { method: 'DELETE' });
  expect([labelled.status, labelled.json.code]).toEqual([409, 'version-labelled']);
  expect((await server.ask(`${path}/labels/production`, { method: 'PUT', body: { version: 2 } })).status).toBe(200);
  expect((await server.ask(`${path}/publications/1`, { method: 'DELETE' })).status).toBe(204);
  expect((await server.ask(`${path}/labels/production`, { method: 'DELETE' })).status).toBe(204);
  const kept = await server.ask(`${path}/versions/2`, { method: 'DELETE' });
  expect([kept.status, kept.json.code]).toEqual([409, 'version-published']);
  expect((await server.ask(`${path}/versions/1`, { method: 'DELETE' })).status).toBe(204);
});

test('the interface of a version is told with its schemas', async () => {
  const server = await startUnderTest();
  const id = await server.save(flow(topic, ['join.separator']));
  const path = `/api/v1/flows/${id}/interface`;
  const draft = flowInterfaceAnswerSchema.parse((await server.ask(`${path}?version=draft`)).json);
  expect(draft).toMatchObject({
    version: 'draft',
    inputs: [{ id: 'topic', title: 'Topic', example: 'Weaving' }],
    overrides: [{ id: 'join.separator', default: ', ' }],
  });
  expect(draft.schemas.call).toMatchObject({
    properties: {
      inputs: { properties: { topic: { type: 'string', title: 'Topic', examples: ['Weaving'] } }, required: ['topic'] },
      overrides: { properties: { 'join.separator': { type: 'string', default: ', ' } }, additionalProperties: false },
    },
    required: ['inputs'],
  });
  expect(JSON.stringify(draft.schemas.answer)).toContain('"examples":["a, b"]');
  await server.ask(`/api/v1/flows/${id}/publications`, { method: 'POST', body: { label: 'beta' } });
  expect((await server.ask(path)).json.version).toBe(1);
  expect((await server.ask(`${path}?version=1`)).json.version).toBe(1);
  expect((await server.ask(`${path}?version=beta`)).json.version).toBe(1);
  for (const [version, code] of [
    ['2', 'version-not-found'],
    ['gamma', 'label-not-found'],
    ['%00', 'label-not-found'],
  ])
    expect((await server.ask(`${path}?version=${version}`)).json.code).toBe(code);
});

test('bad requests are refused in words and publish nothing', async () => {
  const server = await startUnderTest();
  const id = await server.save(flow(topic));
  const path = `/api/v1/flows/${id}`;
  const refuse = async (method: string, at: string, body: unknown, status: number): Promise<void> => {
    expect([at, (await server.ask(`${path}/${at}`, { method, body })).status]).toEqual([at, status]);
  };
  for (const body of [{ version: 0 }, { version: '1' }, { name: '' }, { other: 1 }, { label: 1 }, []])
    await refuse('POST', 'publications', body, 400);
  await refuse('POST', 'publications', { version: 7 }, 404);
  await refuse('POST', 'publications', { label: 'draft' }, 422);
  await refuse('PUT', 'labels/production', { version: 7 }, 404);
  await refuse('PUT', 'labels/Production', { version: 1 }, 422);
  await refuse('DELETE', 'labels/production', undefined, 404);
  await refuse('DELETE', 'publications/7', undefined, 404);
  await refuse('DELETE', 'publications/one', undefined, 400);
  expect((await server.ask('/api/v1/flows/none/publications')).status).toBe(404);
  expect((await server.ask('/api/v1/flows/none/interface')).status).toBe(404);
  expect((await server.ask(`${path}/publications`)).json).toEqual({ publications: [], labels: [] });
});

test('in a project folder the files are what is published, and that is said', async () => {
  const server = await startUnderTest({ projectFolder: temporaryFolder() });
  const id = await server.save(flow(topic));
  const refused = await server.ask(`/api/v1/flows/${id}/publications`, { method: 'POST', body: {} });
  expect([refused.status, refused.json.code]).toEqual([409, 'publishing-in-folder']);
  expect((await server.ask(`/api/v1/flows/${id}/publications`)).json.isFolder).toBe(true);
  const described = flowInterfaceAnswerSchema.parse((await server.ask(`/api/v1/flows/${id}/interface`)).json);
  expect(described.inputs.map((input) => input.id)).toEqual(['topic']);
  expect(described).not.toHaveProperty('version');
});
