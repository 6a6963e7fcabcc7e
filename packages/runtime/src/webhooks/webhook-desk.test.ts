import { Problem } from '@jacquard/flow';
import type { GuardedFetch, GuardedRequest } from '@jacquard/guarded-fetch';
import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, onTestFinished, test } from 'vitest';
import { operator, type Principal } from '../access/principal.ts';
import { readSigningKey, signWebhook } from './sign-webhook.ts';
import { SigningKeys } from './signing-keys.ts';
import { WebhookDesk } from './webhook-desk.ts';

const url = 'https://example.com/hook';
const flow = { jacquard: 1, name: 'x', nodes: {} } as const;
const key: Principal = { kind: 'key', id: 'one', name: 'One', actions: ['call'], flows: 'all' };

/** A desk on stores with one ended run, a clock of its own, and a receiver that answers so in turn. */
async function deskWith(answers: (number | Error)[], webhook: { url: string; secret?: string } = { url }) {
  const stores = createMemoryStores();
  onTestFinished(() => stores.close());
  let time = 1_000_000;
  const sent: GuardedRequest[] = [];
  const send = async (_url: string, request: GuardedRequest = {}): Promise<Response> => {
    sent.push(request);
    const answer = answers.shift() ?? 200;
    if (answer instanceof Error) throw answer;
    return new Response(answer === 204 ? null : 'ok', { status: answer });
  };
  const fetch: GuardedFetch = Object.assign(send, { close: () => Promise.resolve() });
  const keys = new SigningKeys(stores, 'main');
  const desk = new WebhookDesk({
    space: 'main',
    stores,
    fetch,
    rules: { network: 'all', allowedHosts: [] },
    keys,
    revealSecret: (name) =>
      Promise.resolve(name === 'mine' ? { text: 'my secret', origins: ['https://example.com'] } : undefined),
    log: () => undefined,
    now: () => time,
    random: () => 0,
  });
  const lease = { owner: 'me', until: 9e15 };
  const trace = { parent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
  await stores.runs.create('main', { id: 'run', flowId: 'f', startedAt: 1, caller: 'key:one', lease, webhook, trace });
  await stores.runs.append('main', {
    runId: 'run',
    owner: 'me',
    events: [
      { seq: 1, at: 1, type: 'run-start', runId: 'run', flowId: 'f', flow, inputs: {} },
      { seq: 2, at: 2, type: 'run-end', status: 'completed', outputs: { reply: 'Hi' }, duration: 1 },
    ],
  });
  const later = (milliseconds: number) => {
    time += milliseconds;
    return desk.tell();
  };
  return { desk, stores, sent, later, keys, state: () => stores.webhooks.get('main', 'run') };
}

test('an end is told once, signed by its caller’s key, with the trace of the call', async () => {
  const { desk, sent, later, keys, state } = await deskWith([204]);
  await desk.tell();
  await later(1e9);
  expect(sent).toHaveLength(1);
  const { headers = {}, body = '', redirects } = sent[0] ?? {};
  expect(JSON.parse(String(body))).toMatchObject({
    type: 'run.completed',
    data: { runId: 'run', outputs: { reply: 'Hi' } },
  });
  const message = { id: 'msg_run', timestamp: 1000, body: String(body) };
  expect(headers).toMatchObject(signWebhook(message, await keys.keyOf('key:one')));
  expect(headers['traceparent']).toContain('4bf92f3577b34da6');
  expect(redirects).toBe('none');
  expect(await state()).toMatchObject({ state: 'delivered', status: 204, attempts: 1 });
});

test('what fails is tried again, later and later, as the same message, until it is given up', async () => {
  const refused = new Problem('network-refused', { why: 'private-address', host: 'x' });
  const { desk, sent, later, state } = await deskWith([500, refused, 302, ...Array.from({ length: 9 }, () => 503)]);
  await desk.tell();
  await later(4_999);
  expect(sent).toHaveLength(1);
  await later(1);
  expect(await state()).toMatchObject({ state: 'open', attempts: 2, problem: 'network-refused' });
  for (let hour = 0; hour < 48; hour += 1) await later(3_600_000);
  expect(await state()).toMatchObject({ state: 'failed', attempts: 9, status: 503 });
  expect(new Set(sent.map(({ headers }) => headers?.['webhook-id']))).toEqual(new Set(['msg_run']));
  expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
});

test('a receiver that is gone for good is not asked again', async () => {
  const { desk, later, sent, state } = await deskWith([410]);
  await desk.tell();
  await later(1e9);
  expect([sent.length, (await state())?.state]).toEqual([1, 'failed']);
});

test('the operator’s webhook may be signed by a secret, for its own origins alone', async () => {
  const { desk, sent, keys } = await deskWith([200], { url, secret: 'mine' });
  await desk.tell();
  const { headers, body } = sent[0] ?? {};
  expect(headers).toMatchObject(
    signWebhook({ id: 'msg_run', timestamp: 1000, body: String(body) }, readSigningKey('my secret')),
  );
  await expect(desk.require({ url, secret: 'mine' }, key)).rejects.toMatchObject({ code: 'right-missing' });
  const elsewhere = 'https://93.184.216.34/';
  await expect(desk.require({ url: elsewhere, secret: 'mine' }, operator)).rejects.toMatchObject({
    code: 'secret-origin-refused',
  });
  const before = await keys.keyOf('key:one');
  expect(await keys.renew('key:one')).not.toEqual(before);
  expect(await keys.keyOf('key:two')).not.toEqual(before);
});

test('private addresses, other schemes and passwords in an address are refused before a run begins', async () => {
  const { desk } = await deskWith([]);
  for (const target of [
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/latest',
    'http://10.0.0.1/',
    'http://localhost:9/',
    'file:///etc/passwd',
    'https://user:word@93.184.216.34/',
  ])
    await expect(desk.require({ url: target }, key)).rejects.toMatchObject({ code: 'network-refused' });
  await expect(desk.require({ url: 'nothing' }, key)).rejects.toMatchObject({ code: 'webhook-refused' });
});
