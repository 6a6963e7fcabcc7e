import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from './hostile-flows.ts';
import { showing, startUnderTest, type Answer, type ServerUnderTest } from './server-under-test.ts';

const password = 'a long password';

function invoke(
  server: ServerUnderTest,
  flow: string,
  key: string,
  inputs: object = { question: 'x' },
): Promise<Answer> {
  return server.ask(`/api/v1/flows/${flow}@draft/invoke`, { method: 'POST', headers: showing(key), body: { inputs } });
}

/** A model that says ten words, a moment each. */
async function modelOf(pause = 1): Promise<string> {
  const model = await startSlowModel(() => ({ tag: 'a', words: 10, pause }));
  onTestFinished(() => model.close());
  return model.baseUrl;
}

test('a key is shown once, stored as a hash, and its use is seen', async () => {
  const server = await startUnderTest({ password });
  const headers = server.operator;
  const body = { name: 'CI', actions: ['call', 'draft'], flows: 'all', limits: { period: 'day', calls: 3 } };
  const made = await server.ask('/api/v1/keys', { method: 'POST', headers, body });
  expect([made.status, made.headers['cache-control']]).toEqual([201, 'no-store']);
  const text = String(made.json.text);
  expect(text).toMatch(/^jq_[a-z0-9]{8}_[\w-]{43}$/);
  await invoke(server, await server.save(templateFlow('Hello')), text);
  const listed = await server.ask('/api/v1/keys', { headers });
  expect(listed.text).not.toContain(text.slice(12));
  expect(listed.json.keys).toMatchObject([
    {
      name: 'CI',
      lastUsedAt: expect.any(Number),
      used: { calls: 1 },
      left: { calls: 2 },
      resetsAt: expect.any(Number),
    },
  ]);
  const own = await server.ask('/api/v1/key', { headers: showing(text) });
  expect(own.json).toMatchObject({ name: 'CI', left: { calls: 2 } });
});

test('a key ends when it runs out and when it is revoked', async () => {
  const server = await startUnderTest({ password });
  const short = await server.makeKey({ expiresAt: Date.now() + 150 });
  const revoked = await server.makeKey();
  const codeWith = async (key: string) => (await server.ask('/api/v1/runs', { headers: showing(key) })).json.code;
  expect([await codeWith(short.text), await codeWith(revoked.text)]).toEqual([undefined, undefined]);
  await server.ask(`/api/v1/keys/${revoked.id}`, { method: 'DELETE', headers: server.operator });
  await delay(200);
  expect([await codeWith(short.text), await codeWith(revoked.text)]).toEqual(['key-unknown', 'key-unknown']);
});

test('a stream ends with the key that it was asked for with', async () => {
  const server = await startUnderTest({ password, environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const flow = await server.save(askingFlow(await modelOf(500)));
  const { id, text } = await server.makeKey({ actions: ['draft', 'call'] });
  const stream = fetch(`${server.url}/api/v1/flows/${flow}@draft/stream`, {
    method: 'POST',
    headers: { ...showing(text), 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: { question: 'x' } }),
  });
  const { status, body } = await stream;
  expect(status).toBe(200);
  await server.runtime.access.keys.revoke(id);
  await expect(new Response(body).text()).rejects.toThrow(/terminated/);
});

test('each limit is kept and named, and what is left stands in the headers', async () => {
  const server = await startUnderTest({ password });
  const flow = await server.save(templateFlow('Hello'));
  const may = { actions: ['draft', 'call'] as ('draft' | 'call')[] };
  const minute = await server.makeKey({ ...may, limits: { callsPerMinute: 2 } });
  const first = await invoke(server, flow, minute.text);
  expect(first.headers.ratelimit).toMatch(/^"minute";r=1;t=\d+$/);
  expect(first.headers['ratelimit-policy']).toBe('"minute";q=2;w=60');
  await invoke(server, flow, minute.text);
  const third = await invoke(server, flow, minute.text);
  expect([third.status, third.json.code, third.json.params]).toEqual([
    429,
    'limit-reached',
    { limit: 'limit-calls-per-minute', most: 2 },
  ]);
  expect(Number(third.headers['retry-after'])).toBeGreaterThan(50);
  const ever = await server.makeKey({ ...may, limits: { calls: 1 } });
  await invoke(server, flow, ever.text);
  const second = await invoke(server, flow, ever.text);
  expect([second.json.params, second.headers['retry-after']]).toEqual([{ limit: 'limit-calls', most: 1 }, undefined]);
});

test('many calls at once don’t pass under the last of a limit', async () => {
  const server = await startUnderTest({ password, environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  let gate = Promise.withResolvers<void>();
  const model = await startSlowModel(() => ({ tag: 'a', words: 2, pause: 1, until: gate.promise }));
  onTestFinished(() => model.close());
  const flow = await server.save(askingFlow(model.baseUrl));
  const actions: ('draft' | 'call')[] = ['draft', 'call'];
  /** Thirty calls, none of which ends before all others were refused. */
  const letIn = async (key: string, most: number): Promise<number> => {
    gate = Promise.withResolvers<void>();
    let refused = 0;
    const calls = Array.from({ length: 30 }, async (_, n) => {
      const { status } = await invoke(server, flow, key, { question: `${n}` });
      if (status === 429) refused += 1;
      return status;
    });
    await expect.poll(() => refused, { timeout: 20_000 }).toBe(30 - most);
    gate.resolve();
    return (await Promise.all(calls)).filter((status) => status === 200).length;
  };
  const few = await server.makeKey({ actions, limits: { calls: 5, period: 'day' } });
  expect(await letIn(few.text, 5)).toBe(5);
  const together = await server.makeKey({ actions, limits: { concurrency: 3 } });
  expect(await letIn(together.text, 3)).toBe(3);
  expect((await invoke(server, flow, together.text)).status).toBe(200);
  const last = await server.makeKey({ actions, limits: { tokens: 1 } });
  expect(await letIn(last.text, 1)).toBe(1);
});

test('what one key has made is as absent for another as what doesn’t exist', async () => {
  const server = await startUnderTest({ password });
  const flow = await server.save(templateFlow('x'.repeat(70_000)));
  const actions: ('draft' | 'call')[] = ['draft', 'call'];
  const [mine, theirs] = [await server.makeKey({ actions }), await server.makeKey({ actions })];
  const ran = await invoke(server, flow, mine.text);
  const outputs = ran.json.outputs as Record<string, { ref?: string }>; // boundary: the answer's form
  const ref = Object.values(outputs)[0]?.ref;
  expect(ref).toBeDefined();
  const other = await invoke(server, flow, theirs.text);
  const as = async (key: string, path: string, method = 'GET'): Promise<number> =>
    (await server.ask(`/api/v1${path}`, { method, headers: showing(key), ...(method === 'POST' && { body: {} }) }))
      .status;
  expect(await as(mine.text, `/runs/${String(ran.json.runId)}/values/${ref}`)).toBe(200);
  for (const path of ['', '/events', `/values/${ref}`, '/files/x'])
    expect(await as(theirs.text, `/runs/${String(ran.json.runId)}${path}`)).toBe(404);
  expect(await as(theirs.text, `/runs/${String(ran.json.runId)}/cancel`, 'POST')).toBe(404);
  const listed = await server.ask('/api/v1/runs', { headers: showing(mine.text) });
  expect(listed.text).not.toContain(String(other.json.runId));
});

test('a file that a key has sent is its own, and those of the flow aren’t a key’s to hand in', async () => {
  const server = await startUnderTest({ password });
  const flow = await server.save({
    jacquard: 1,
    name: 'File',
    nodes: {
      file: { type: 'io.file-input' },
      reply: { type: 'io.text-output', inputs: { text: { from: 'file.name' } } },
    },
  });
  const actions: ('draft' | 'call')[] = ['draft', 'call'];
  const [mine, theirs] = [await server.makeKey({ actions }), await server.makeKey({ actions })];
  const send = async (path: string, headers: Record<string, string>): Promise<unknown> => {
    const body = new FormData();
    body.append('file', new Blob(['secret words']), 'mine.txt');
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { file: unknown }).file; // boundary: the answer's form
  };
  const own = await send('/api/v1/files', showing(mine.text));
  const ofFlow = await send(`/api/v1/flows/${flow}/files`, { ...server.operator });
  expect((await invoke(server, flow, mine.text, { file: own })).json.code).not.toBe('file-not-found');
  expect((await invoke(server, flow, theirs.text, { file: own })).json.code).toBe('file-not-found');
  expect((await invoke(server, flow, theirs.text, { file: ofFlow })).json.code).toBe('file-not-found');
});
