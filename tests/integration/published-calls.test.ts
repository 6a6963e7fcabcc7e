import { expect, test } from 'vitest';
import { stepFlow } from '../security/hostile-flows.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

/** Writes the question behind a word. */
function templateFlow(template: string): object {
  const question = { from: 'question.text' };
  return stepFlow('prompts.template', { template, question }, 'text', 'io.text-output', 'text');
}

async function change(server: ServerUnderTest, id: string, document: object): Promise<void> {
  const path = `/api/v1/flows/${id}`;
  const { revision } = (await server.ask(path)).json;
  const headers = { 'if-match': `"${String(revision)}"` };
  expect((await server.ask(path, { method: 'PUT', headers, body: { document } })).status).toBe(200);
}

async function publish(server: ServerUnderTest, id: string, body: object = {}): Promise<unknown> {
  const { status, json } = await server.ask(`/api/v1/flows/${id}/publications`, { method: 'POST', body });
  expect(status).toBe(201);
  return json.number;
}

async function call(server: ServerUnderTest, address: string, body: object = {}): Promise<unknown> {
  const given = { inputs: { question: 'x' }, ...body };
  const { json } = await server.ask(`/api/v1/flows/${address}/invoke`, { method: 'POST', body: given });
  return json.code ?? json.outputs;
}

test('a call gets the version that was published last, or the one that it names, whatever the canvas shows', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('first {{question}}'));
  expect(await call(server, id)).toBe('not-published');
  await publish(server, id, { label: 'production' });
  await change(server, id, templateFlow('second {{question}}'));
  expect(await call(server, id)).toEqual({ reply: 'first x' });
  expect(await call(server, `${id}@draft`)).toEqual({ reply: 'second x' });
  await publish(server, id);
  await change(server, id, templateFlow('third {{question}}'));
  expect(await call(server, id)).toEqual({ reply: 'second x' });
  expect(await call(server, `${id}@1`)).toEqual({ reply: 'first x' });
  expect(await call(server, `${id}@production`)).toEqual({ reply: 'first x' });
  expect(await call(server, `${id}@7`)).toBe('version-not-found');
  expect(await call(server, `${id}@staging`)).toBe('label-not-found');
  await publish(server, id, { version: 1 });
  expect(await call(server, id)).toEqual({ reply: 'first x' });
  const listed = await server.ask(`/api/v1/runs?flowId=${id}&limit=1`);
  const [run] = listed.json.runs as { id: string }[];
  const { events } = (await server.ask(`/api/v1/runs/${run?.id}/events`)).json;
  expect(events).toMatchObject([{ type: 'run-start', version: 1, by: 'api' }, {}, {}, {}]);
});

test('a published version goes on calling its sub-flow as it was then', async () => {
  const server = await startUnderTest();
  const inner = await server.save(templateFlow('inner {{question}}'));
  const outer = await server.save(
    stepFlow(
      'control.sub-flow',
      { flow: inner, question: { from: 'question.text' } },
      'reply',
      'io.text-output',
      'text',
    ),
  );
  await publish(server, outer);
  await change(server, inner, templateFlow('other {{question}}'));
  expect(await call(server, outer)).toEqual({ reply: 'inner x' });
  expect(await call(server, `${outer}@draft`)).toEqual({ reply: 'other x' });
});

test('a call sets what the flow lets its callers set, and nothing else', async () => {
  const server = await startUnderTest();
  const document = {
    ...stepFlow('data.split', { text: { from: 'question.text' }, into: 'separator', separator: ',' }, 'parts'),
    overrides: ['step.separator'],
  };
  const id = await server.save(document);
  await publish(server, id);
  const inputs = { question: 'a,b;c' };
  expect(await call(server, id, { inputs })).toEqual({ reply: ['a', 'b;c'] });
  expect(await call(server, id, { inputs, overrides: { 'step.separator': ';' } })).toEqual({ reply: ['a,b', 'c'] });
  expect(await call(server, id, { inputs, overrides: { 'step.separator': 7 } })).toBe('override-invalid');
  expect(await call(server, id, { inputs, overrides: { 'step.text': 'mine' } })).toBe('override-not-allowed');
  expect(await call(server, id, { inputs, overrides: { 'step.separator': { secret: 'key' } } })).toBe(
    'override-invalid',
  );
  const forged = JSON.parse('{"__proto__": {"step.separator": ";"}}') as object;
  expect(await call(server, id, { inputs, overrides: forged })).not.toEqual({ reply: ['a,b', 'c'] });
  expect(await call(server, id, { inputs, flow: document })).toBe('request-invalid');
});

test('in a project folder the files are what is published', async () => {
  const server = await startUnderTest({ projectFolder: temporaryFolder() });
  const id = await server.save(templateFlow('file {{question}}'));
  expect(await call(server, id)).toEqual({ reply: 'file x' });
  expect(await call(server, `${id}@1`)).toBe('version-not-found');
});
