import { createGuardedFetch } from '@jacquard/guarded-fetch';
import { expect, onTestFinished, test } from 'vitest';
import { startCanary, startRedirect } from './canary.ts';
import { askingFlow } from './hostile-flows.ts';
import { startUnderTest } from './server-under-test.ts';

const key = 'sk-CANARY-OF-THE-OPERATOR';

test('13, 14: no spelling of an address of this machine or its networks is reached', async () => {
  const canary = await startCanary();
  const server = await startUnderTest();
  const { port } = canary;
  const hosts = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `localhost.:${port}`,
    `127.1:${port}`,
    `127.0.1:${port}`,
    `2130706433:${port}`,
    `0x7f000001:${port}`,
    `0x7f.1:${port}`,
    `0177.0.0.1:${port}`,
    `0.0.0.0:${port}`,
    `0:${port}`,
    `[::1]:${port}`,
    `[::]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[::ffff:7f00:1]:${port}`,
    `[0:0:0:0:0:ffff:127.0.0.1]:${port}`,
    `[64:ff9b::127.0.0.1]:${port}`,
    `[2002:7f00:1::]:${port}`,
    `１２７.０.０.１:${port}`,
    '169.254.169.254',
    '[fd00:ec2::254]',
    'metadata.google.internal',
    '10.0.0.1',
    '192.168.0.1',
    '172.16.0.1',
    '100.64.0.1',
    '[fe80::1]',
    '[fc00::1]',
  ];
  for (const host of hosts) {
    const answer = await server.invoke(await server.save(askingFlow(`http://${host}/v1`)), { question: 'x' });
    expect([host, answer.status >= 400]).toEqual([host, true]);
    expect(String(answer.json.code)).toMatch(/^(network-|provider-|address-|flow-)/);
  }
  expect(canary.caught).toEqual([]);
});

test('15: a name that answers publicly first and privately later is connected to nowhere private', async () => {
  const canary = await startCanary();
  const answers = [['203.0.113.7'], ['127.0.0.1'], ['203.0.113.7', '127.0.0.1'], ['::ffff:127.0.0.1']];
  let asked = 0;
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: [],
    exemptOrigins: [],
    environment: {},
    revealSecret: () => undefined,
    lookup: async () => {
      asked += 1;
      const addresses = asked === 1 ? ['127.0.0.1'] : (answers[asked % answers.length] ?? []);
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  });
  for (let round = 0; round < 6; round += 1) {
    const signal = AbortSignal.timeout(300);
    await expect(fetch(`http://rebinding.example:${canary.port}/v1`, { signal })).rejects.toBeInstanceOf(Error);
  }
  await fetch.close();
  expect(asked).toBeGreaterThan(0);
  expect(canary.caught).toEqual([]);
});

test('15: a redirect is checked like a request, and takes no secret to another origin', async () => {
  const [closed, open] = [await startCanary(), await startCanary()];
  for (const target of [closed, open]) {
    const redirecting = await startRedirect(target.url);
    const server = await startUnderTest({
      environment: {
        JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${redirecting.port},127.0.0.1:${open.port}`,
        JACQUARD_SECRET_MINE: key,
        JACQUARD_SECRET_MINE_ORIGINS: redirecting.url,
      },
    });
    await server.invoke(await server.save(askingFlow(redirecting.url, 'mine')), { question: 'x' });
  }
  expect(closed.caught).toEqual([]);
  expect(open.caught.join('\n')).not.toContain(key);
});

test('JACQUARD_NETWORK=none lets nothing out, to the operator’s own addresses neither', async () => {
  const canary = await startCanary();
  const environment = { JACQUARD_NETWORK: 'none', JACQUARD_ALLOWED_HOSTS: '127.0.0.1', OPENAI_BASE_URL: canary.url };
  const server = await startUnderTest({ environment });
  const answer = await server.invoke(await server.save(askingFlow(canary.url)), { question: 'x' });
  expect(answer.json.code).toBe('network-refused');
  expect(canary.caught).toEqual([]);
});

test('a hostile imported flow can’t send the operator’s key to its own address, allowed or not', async () => {
  const canary = await startCanary();
  const environment = { OPENAI_API_KEY: key, JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${canary.port}` };
  const server = await startUnderTest({ environment });
  const id = await server.save(askingFlow(canary.url, 'openai-api-key'), true);

  const first = await server.ask(`/api/v1/flows/${id}/runs`, {
    method: 'POST',
    body: { editor: true, inputs: { question: 'x' } },
  });
  expect([first.status, first.json.code]).toEqual([409, 'consent-needed']);
  const { reaches } = first.json.params as { reaches: { kind: string; name: string }[] }; // boundary: our own answer
  const names = reaches.map((reach) => `${reach.kind}:${reach.name}`);
  expect(names).toEqual(expect.arrayContaining([`address:http://127.0.0.1:${canary.port}`, 'secret:openai-api-key']));
  expect(canary.caught).toEqual([]);

  await server.ask(`/api/v1/flows/${id}/consent`, { method: 'POST', body: { reaches: names } });
  const agreed = await server.invoke(id, { question: 'x' });
  expect(agreed.status).toBeGreaterThanOrEqual(400);
  expect(agreed.json.code).toBe('secret-origin-refused');
  expect(canary.caught.join('\n')).not.toContain(key);
});

test('consent is for what was shown: a new reach asks again', async () => {
  const canary = await startCanary();
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${canary.port}` } });
  const id = await server.save(askingFlow('https://api.example.com/v1'), true);
  await server.ask(`/api/v1/flows/${id}/consent`, {
    method: 'POST',
    body: { reaches: ['address:https://api.example.com'] },
  });
  const { etag } = (await server.ask(`/api/v1/flows/${id}`)).headers;
  const changed = { document: askingFlow(canary.url) };
  await server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers: { 'if-match': String(etag) }, body: changed });
  const run = await server.ask(`/api/v1/flows/${id}/runs`, {
    method: 'POST',
    body: { editor: true, inputs: { question: 'x' } },
  });
  expect(run.json.code).toBe('consent-needed');
  expect(canary.caught).toEqual([]);
});

test('a secret goes where its origins say, and is nowhere else to be read', async () => {
  const canary = await startCanary();
  const environment = {
    JACQUARD_ALLOWED_HOSTS: `127.0.0.1:${canary.port}`,
    JACQUARD_SECRET_MINE: key,
    JACQUARD_SECRET_MINE_ORIGINS: canary.url,
  };
  const server = await startUnderTest({ environment });
  const answer = await server.invoke(await server.save(askingFlow(canary.url, 'mine')), { question: 'x' });
  expect(answer.json).toMatchObject({ outputs: { reply: 'canary' } });
  expect(canary.caught.join('\n')).toContain(`Bearer ${key}`);
  const run = String(answer.json.runId);
  const seen = [
    answer,
    await server.ask(`/api/v1/runs/${run}/events`),
    await server.ask('/api/v1/secrets'),
    await server.ask('/api/v1/flows'),
  ];
  for (const { text } of seen) expect(text).not.toContain(key);
});

test('16: providers’ client libraries go out by the guarded way, not by the global one', async () => {
  const canary = await startCanary();
  const { fetch } = globalThis;
  const around: string[] = [];
  globalThis.fetch = (input) => {
    around.push(input instanceof Request ? input.url : String(input));
    throw new Error('went around the guarded client');
  };
  onTestFinished(() => void (globalThis.fetch = fetch));
  const environment = { OPENAI_BASE_URL: canary.url, OPENAI_API_KEY: key };
  const server = await startUnderTest({ environment });
  const flow = askingFlow(canary.url) as { nodes: Record<string, object> }; // boundary: our own flow
  flow.nodes.model = { type: 'models.openai', inputs: { model: 'm' } };
  const answer = await server.invoke(await server.save(flow), { question: 'x' });
  expect(answer.json).toMatchObject({ outputs: { reply: 'canary' } });
  expect(canary.caught.join('\n')).toContain(`Bearer ${key}`);
  expect(around).toEqual([]);
});
