import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webhookMessageSchema } from '@jacquard/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { startJacquardProcess } from '../fixtures/jacquard-process.ts';
import { jsonOf } from '../fixtures/json-of.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Receives messages, and answers the first ones so. */
async function startReceiver(...answers: number[]) {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      deliveries.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // boundary: it listens on a port
  return { url: `http://127.0.0.1:${port}/hook`, deliveries };
}

async function start(server: ServerUnderTest, id: string, body: object, headers = {}) {
  return server.ask(`/api/v1/flows/${id}@draft/runs`, {
    method: 'POST',
    body: { inputs: { question: 'x' }, ...body },
    headers,
  });
}

/** What the receiver's library does (Standard Webhooks). */
function signatureOf({ headers, body }: Delivery, key: string): string {
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const bytes = Buffer.from(key.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`;
}

const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test(
  'the end of a run is told, signed by the caller’s key, with its trace, and the run says so',
  { timeout: 30_000 },
  async () => {
    const receiver = await startReceiver();
    const server = await startUnderTest({ keepsHouse: true, environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
    const id = await server.save(templateFlow('Hello'));
    const { json } = await start(
      server,
      id,
      { webhook: { url: receiver.url } },
      { traceparent, 'x-request-id': 'order-1' },
    );
    await expect.poll(() => receiver.deliveries.length, { timeout: 20_000 }).toBe(1);
    const [delivery] = receiver.deliveries;
    const key = String((await server.ask('/api/v1/webhook-key')).json.key);
    expect(delivery?.headers['webhook-signature']).toBe(signatureOf(delivery ?? { headers: {}, body: '' }, key));
    expect(delivery?.headers['traceparent']).toBe(traceparent);
    const message = webhookMessageSchema.parse(JSON.parse(delivery?.body ?? ''));
    expect(message).toMatchObject({
      type: 'run.completed',
      data: { runId: json.runId, flowId: id, requestId: 'order-1', outputs: { reply: 'Hello' } },
    });
    const state = async () => (await server.ask(`/api/v1/runs/${String(json.runId)}`)).json.webhook;
    await expect.poll(state).toMatchObject({ url: receiver.url, state: 'delivered', attempts: 1, status: 204 });
    const renewed = await server.ask('/api/v1/webhook-key', { method: 'POST' });
    expect(renewed.json.key).not.toBe(key);
  },
);

test(
  'an end that nobody took is told again, also by the process that comes after a kill',
  { timeout: 60_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'jacquard-webhooks-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const receiver = await startReceiver(503);
    const begin = async () => {
      const jacquard = await startJacquardProcess(home);
      onTestFinished(() => jacquard.kill());
      return jacquard;
    };
    const post = (url: string, path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      return jsonOf(fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
    };
    const first = await begin();
    const { id } = await post(first.url, '/api/v1/flows', { document: templateFlow('Hello') });
    const { runId } = await post(first.url, `/api/v1/flows/${String(id)}@draft/runs`, {
      inputs: { question: 'x' },
      webhook: { url: receiver.url },
    });
    await expect.poll(() => receiver.deliveries.length, { timeout: 20_000 }).toBe(1);
    const stateOf = async (url: string) => (await jsonOf(fetch(`${url}/api/v1/runs/${String(runId)}`))).webhook;
    await expect.poll(() => stateOf(first.url)).toMatchObject({ state: 'open', attempts: 1, status: 503 });
    await first.kill();
    const second = await begin();
    await expect
      .poll(() => stateOf(second.url), { timeout: 30_000 })
      .toMatchObject({ state: 'delivered', attempts: 2 });
    const ids = receiver.deliveries.map(({ headers, body }) => [headers['webhook-id'], body]);
    expect(ids).toEqual([ids[0], ids[0]]);
  },
);

test(
  'a webhook on a private address is refused before anything runs, and a redirect to one is not followed',
  { timeout: 30_000 },
  async () => {
    const closed = await startUnderTest({ keepsHouse: true });
    const id = await closed.save(templateFlow('Hello'));
    for (const url of [
      'http://127.0.0.1:9/',
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
      'http://localhost/',
    ]) {
      const answer = await start(closed, id, { webhook: { url } });
      expect([url, answer.json.code]).toEqual([url, 'network-refused']);
    }
    for (const webhook of [{ url: 'nowhere' }, { url: 'https://example.com', headers: {} }, {}])
      expect((await start(closed, id, { webhook })).status).toBe(400);
    expect((await closed.ask(`/api/v1/runs?flowId=${id}`)).json.runs).toEqual([]);
    const receiver = await startReceiver(307);
    const server = await startUnderTest({ keepsHouse: true, environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
    const other = await server.save(templateFlow('Hello'));
    const { json } = await start(server, other, { webhook: { url: receiver.url } });
    const state = async () => (await server.ask(`/api/v1/runs/${String(json.runId)}`)).json.webhook;
    await expect.poll(state, { timeout: 10_000 }).toMatchObject({ state: 'open', status: 307, attempts: 1 });
    expect(receiver.deliveries).toHaveLength(1);
  },
);

test('what a run asks of providers carries its caller’s trace', { timeout: 30_000 }, async () => {
  const headers: IncomingHttpHeaders[] = [];
  const model = await startSlowModel(() => ({ tag: 'w', words: 1, pause: 0 }));
  onTestFinished(() => model.close());
  const proxy = createServer((request, response) => {
    headers.push(request.headers);
    void text(request).then(async (body) => {
      const answer = await fetch(`${model.baseUrl}/chat/completions`, { method: 'POST', body });
      response.writeHead(answer.status, { 'content-type': 'text/event-stream' }).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo; // boundary: it listens on a port
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(`http://127.0.0.1:${port}/v1`));
  const ask = (more: Record<string, string>) =>
    server.ask(`/api/v1/flows/${id}@draft/invoke`, {
      method: 'POST',
      body: { inputs: { question: 'x' } },
      headers: more,
    });
  for (const more of [{ traceparent, tracestate: 'congo=1' }, {}, { traceparent: 'malformed' }])
    expect((await ask(more)).status).toBe(200);
  expect(headers.map((sent) => [sent['traceparent'], sent['tracestate']])).toEqual([
    [traceparent, 'congo=1'],
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
