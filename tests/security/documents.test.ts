import { expect, test } from 'vitest';
import { startCanary } from './canary.ts';
import { askingFlow, stepFlow, templateFlow } from './hostile-flows.ts';
import { startUnderTest } from './server-under-test.ts';

const json = { 'content-type': 'application/json' };

test('11: __proto__, constructor and prototype are names like others, or refused; no object is changed by them', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  const polluting =
    '{"__proto__":{"polluted":1,"NODE_OPTIONS":"--require=/tmp/x","shell":"/bin/sh"},"constructor":{"prototype":{"polluted":1}}}';
  const bodies: [string, string, string][] = [
    ['POST', `/api/v1/flows/${id}@draft/invoke`, `{"inputs":${polluting}}`],
    ['POST', `/api/v1/flows/${id}@draft/invoke`, polluting],
    ['POST', `/api/v1/flows/${id}@draft/invoke`, `{"inputs":{"question":${polluting}}}`],
    ['POST', '/api/v1/flows', `{"document":${polluting}}`],
    ['POST', '/api/v1/flows', `{"document":{"jacquard":1,"name":"x","nodes":${polluting}}}`],
    [
      'POST',
      '/api/v1/flows',
      `{"document":{"jacquard":1,"name":"x","nodes":{"a":{"type":"io.text-input","inputs":${polluting}}}}}`,
    ],
    [
      'POST',
      '/api/v1/flows/check',
      `{"jacquard":1,"name":"x","nodes":{},"types":${polluting},"layout":{"nodes":${polluting}}}`,
    ],
    ['PUT', '/api/v1/secrets/__proto__', '{"text":"x","origins":[]}'],
    ['PUT', '/api/v1/workspace', `{"lastFlowId":"x","__proto__":{"polluted":1}}`],
  ];
  for (const [method, path, body] of bodies) {
    const answer = await server.ask(path, { method, headers: json, body });
    expect([path, answer.status < 500]).toEqual([path, true]);
  }
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Reflect.get({}, 'NODE_OPTIONS')).toBeUndefined();
  expect(process.env.NODE_OPTIONS ?? '').not.toContain('/tmp/x');
});

test('12: data in the form of LangChain’s own serialisation stays data', async () => {
  const canary = await startCanary();
  const key = 'sk-CANARY-LC';
  const server = await startUnderTest({
    environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: canary.url, JACQUARD_ALLOWED_HOSTS: '127.0.0.1' },
  });
  const forms = [
    { lc: 1, type: 'secret', id: ['OPENAI_API_KEY'] },
    {
      lc: 1,
      type: 'constructor',
      id: ['langchain', 'llms', 'openai', 'OpenAI'],
      kwargs: { openAIApiKey: { lc: 1, type: 'secret', id: ['OPENAI_API_KEY'] } },
    },
    { secret: 'openai-api-key' },
    { setting: 'openai-api-key' },
  ];
  for (const form of forms) {
    const asText = await server.invoke(await server.save(askingFlow(canary.url)), { question: JSON.stringify(form) });
    const asValue = await server.invoke(
      await server.save(stepFlow('data.json-path', { json: { value: form }, path: '$' }, 'first')),
      { question: 'x' },
    );
    for (const { text } of [asText, asValue]) expect(text).not.toContain(key);
  }
  expect(canary.caught.length).toBeGreaterThan(0);
  expect(canary.caught.join('\n')).not.toContain(key);
});

test('28: a model is one of the shelf, not a path, an address or another flow', async () => {
  const canary = await startCanary();
  const server = await startUnderTest();
  const other = await server.save(templateFlow('other'));
  for (const model of [
    other,
    '../../../etc/passwd',
    '/etc/passwd',
    canary.url,
    'hf:evil/model',
    'file:///etc/passwd',
    '__proto__',
    '',
    '..',
  ]) {
    const flow = askingFlow('http://x') as { nodes: Record<string, object> }; // boundary: our own flow
    flow.nodes.model = { type: 'models.chat-model', inputs: { model } };
    const answer = await server.invoke(await server.save(flow), { question: 'x' });
    expect([model, answer.status >= 400 && answer.status < 500]).toEqual([model, true]);
    const install = await server.ask(`/api/v1/models/${encodeURIComponent(model)}/install`, {
      method: 'POST',
      body: {},
    });
    expect(install.status).toBe(404);
    const choose = await server.ask('/api/v1/models/default', { method: 'PUT', body: { model } });
    expect(choose.status).toBe(404);
  }
  expect(canary.caught).toEqual([]);
});

test('30: the environment is no variable of a flow, and a secret is no text', async () => {
  const server = await startUnderTest({
    password: 'CANARY-1',
    environment: {
      OPENAI_API_KEY: 'CANARY-2',
      JACQUARD_SECRET_MINE: 'CANARY-3',
      HF_TOKEN: 'CANARY-4',
      JACQUARD_SETTING_TEAM: 'Weavers',
    },
  });
  const show = async (words: object) => {
    const flow = stepFlow('prompts.template', { template: '{{words}}', words }, 'text', 'io.text-output', 'text');
    return server.invoke(await server.save(flow), { question: 'x' });
  };
  expect((await show({ setting: 'team' })).json.outputs).toEqual({ reply: 'Weavers' });
  for (const name of [
    'path',
    'home',
    'jacquard-password',
    'password',
    'openai-api-key',
    'mine',
    'hf-token',
    'secret-mine',
  ])
    for (const words of [{ setting: name }, { secret: name }]) {
      const answer = await show(words);
      expect([words, answer.status]).toEqual([words, 422]);
      expect(answer.text).not.toMatch(/CANARY|\/usr\/bin/);
    }
});

test('30: what is stored as a secret comes back by no path', async () => {
  const server = await startUnderTest();
  await server.ask('/api/v1/secrets/mine', {
    method: 'PUT',
    body: { text: 'CANARY-STORED', origins: ['https://a.example/x'] },
  });
  const paths = [
    '/api/v1/secrets',
    '/api/v1/secrets/mine',
    '/api/v1/workspace',
    '/api/v1/node-types',
    '/api/v1/models',
    '/api/v1/runs',
  ];
  for (const path of paths) expect((await server.ask(path)).text).not.toContain('CANARY-STORED');
  expect((await server.ask('/api/v1/secrets')).json).toMatchObject({
    secrets: [{ name: 'mine', origins: ['https://a.example'] }],
  });
});

test('25: nobody is given a token', async () => {
  const server = await startUnderTest();
  for (const path of [
    '/',
    '/healthz',
    '/api/v1/workspace',
    '/api/v1/auto_login',
    '/api/v1/login',
    '/api/v1/users/whoami',
  ]) {
    const { headers, text } = await server.ask(path);
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).not.toMatch(/access_token|bearer/i);
  }
});

test('32: documents without end in depth or number are refused in a moment', async () => {
  const server = await startUnderTest();
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const deepObject = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const bodies = [
    `{"document":${deep}}`,
    `{"document":${deepObject}}`,
    `{"inputs":{"question":${deepObject}}}`,
    deep,
    `"${'x'.repeat(17_000_000)}"`,
  ];
  const id = await server.save(templateFlow('x'));
  for (const body of bodies)
    for (const path of ['/api/v1/flows', '/api/v1/flows/check', `/api/v1/flows/${id}@draft/invoke`]) {
      const started = performance.now();
      const { status } = await server.ask(path, { method: 'POST', headers: json, body });
      expect([path, body.slice(0, 20), status < 500]).toEqual([path, body.slice(0, 20), true]);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  const many = Object.fromEntries(
    Array.from({ length: 30_000 }, (_, index) => [`n${index}`, { type: 'io.text-input' }]),
  );
  const crowded = await server.ask('/api/v1/flows/check', {
    method: 'POST',
    body: { jacquard: 1, name: 'x', nodes: many },
  });
  expect(crowded.status).toBeLessThan(500);
  expect((await server.ask('/healthz')).status).toBe(200);
});

test('32: loops without end and flows that call themselves stop with a reason', async () => {
  const server = await startUnderTest();
  const inner = { type: 'prompts.template', inputs: { template: 'x' } };
  const again = (max: number) => ({
    jacquard: 1,
    name: 'Again',
    nodes: {
      again: {
        type: 'control.repeat-until',
        inputs: { max },
        state: { draft: { first: 'a', next: { from: 'inner.text' } } },
        until: false,
        nodes: { inner },
        outputs: { last: { from: 'inner.text' } },
      },
      reply: { type: 'io.text-output', inputs: { text: { from: 'again.last' } } },
    },
  });
  const endless = await server.ask('/api/v1/flows', {
    method: 'POST',
    body: { document: { ...again(1_000_000_000), limits: { iterations: 50 } } },
  });
  const answer = await server.invoke(String(endless.json.id));
  expect([answer.status, String(answer.json.code)]).toEqual([422, expect.stringMatching(/^(limit-|flow-has-issues)/)]);

  const self = { jacquard: 1, name: 'Self', nodes: { call: { type: 'control.sub-flow', inputs: { flow: 'self' } } } };
  const id = await server.save(self);
  expect(id).toBe('self');
  const called = await server.invoke(id);
  expect(called.status).toBe(422);
});
