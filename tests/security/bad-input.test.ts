import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from './hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from './server-under-test.ts';

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes as they are, and reads until the server closes the connection. */
async function say(port: number, bytes: string): Promise<string> {
  const socket = await open(port);
  socket.write(bytes);
  return text(socket);
}

const ways = ['invoke', 'stream', 'runs', 'batch'] as const;
const post = (server: ServerUnderTest, id: string, way: string, body: unknown) =>
  server.ask(`/api/v1/flows/${id}@draft/${way}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

test('what isn’t JSON, isn’t an object, or has fields that a call doesn’t have is refused, by each way', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  for (const way of ways)
    for (const body of [
      '{"inputs":',
      'nothing',
      '17',
      '[]',
      '"x"',
      '{"inputs":[]}',
      '{"inputs":{},"flow":{}}',
      '{"sessionId":7}',
    ]) {
      const answer = await post(server, id, way, body);
      expect([way, body, answer.status]).toEqual([way, body, 400]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  expect((await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs).toEqual([]);
});

test('a member __proto__ is refused wherever it stands, and changes nothing', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  for (const body of [
    '{"__proto__":{"inputs":{}}}',
    '{"inputs":{"__proto__":{"admin":true}}}',
    '{"inputs":{"question":{"a":[{"__proto__":1}]}}}',
  ]) {
    const answer = await post(server, id, 'invoke', body);
    expect([answer.status, answer.json.code]).toEqual([400, 'body-key-refused']);
  }
  const { ['admin' as never]: admin } = {};
  expect(admin).toBeUndefined();
});

test('deep nesting is refused and doesn’t cost the process', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  for (const levels of [300, 100_000]) {
    const answer = await post(
      server,
      id,
      'invoke',
      `{"inputs":{"question":${'['.repeat(levels)}${']'.repeat(levels)}}}`,
    );
    expect([answer.status, answer.json.code]).toEqual([400, 'body-too-deep']);
  }
});

test('what is JSON in a form or an address is held to the same as a body', async () => {
  const server = await startUnderTest();
  const json = { type: 'io.json-input' };
  const reply = { type: 'io.json-output', inputs: { json: { from: 'data.json' } } };
  const id = await server.save({ jacquard: 1, name: 'Same', nodes: { data: json, reply } });
  const form = (field: string, text: string) => {
    const body = `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n--x--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    return server.ask(`/api/v1/flows/${id}@draft/invoke`, { method: 'POST', headers, body });
  };
  const query = (text: string) =>
    server.ask(`/api/v1/flows/${id}@draft/stream?input.data=${encodeURIComponent(text)}`, {
      headers: { accept: 'text/event-stream' },
    });
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const answers = [
    await form('inputs', `{"data":${nested(100_000)}}`),
    await query(nested(1_000)),
    await form('inputs', '{"data":{"__proto__":{"a":1}}}'),
    await form('__proto__', '{"inputs":{}}'),
    await query('{"__proto__":{"a":1}}'),
  ];
  const codes = answers.map((answer) => answer.json.code);
  expect(codes.slice(0, 2)).toEqual(['body-too-deep', 'body-too-deep']);
  expect(codes.slice(2)).toEqual(['body-key-refused', 'body-key-refused', 'body-key-refused']);
});

test('100 MB are refused before they are sent: by their length, and where none is given once too much has come', async () => {
  const server = await startUnderTest();
  const head = (more: string) =>
    `POST /api/v1/flows/x@draft/invoke HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;
  const announced = await say(server.port, head('Content-Length: 100000000'));
  expect(announced).toMatch(/^HTTP\/1.1 413 /);
  expect(announced).toContain('body-too-large');
  const socket = await open(server.port);
  const answer = text(socket).catch(() => 'cut');
  socket.write(head('Transfer-Encoding: chunked'));
  let sent = 0;
  const chunk = `100000\r\n${'x'.repeat(0x1_00000)}\r\n`;
  while (sent < 100_000_000 && !socket.destroyed && socket.writable) {
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  }
  expect(sent).toBeLessThan(60_000_000);
  expect(await answer).toMatch(/^HTTP\/1.1 413 |^cut$/);
});

test('what isn’t HTTP, headers without end, and compressed bodies are answered as problems', async () => {
  const server = await startUnderTest();
  const malformed = await say(server.port, 'nothing of the kind\r\n\r\n');
  expect(malformed).toMatch(/^HTTP\/1.1 400 [\s\S]*request-malformed/);
  const headers = await say(server.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`);
  expect(headers).toMatch(/^HTTP\/1.1 431 [\s\S]*request-headers-too-large/);
  const smuggled =
    'POST /api/v1/flows HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n';
  expect(await say(server.port, `${smuggled}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  const packed = await server.ask('/api/v1/flows', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: 'x',
  });
  expect([packed.status, packed.json.code]).toEqual([415, 'body-encoded']);
});

test('another’s run, a run that never was, and values that a run doesn’t hold are as absent as each other', async () => {
  const server = await startUnderTest();
  for (const path of ['', '/events', '/values/x', `/files/${'0'.repeat(64)}`]) {
    for (const run of ['00000000-0000-0000-0000-000000000000', 'x%2F..%2Fy', '..', "'; drop table runs; --"]) {
      const answer = await server.ask(`/api/v1/runs/${encodeURI(run)}${path}`);
      expect([run, path, answer.status]).toEqual([run, path, 404]);
    }
  }
});

test('those who ask and leave, or open streams and never read, hold nobody up', { timeout: 60_000 }, async () => {
  const model = await startSlowModel((prompt) => ({ tag: prompt, words: 3, pause: 1, width: 2_000 }));
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(model.baseUrl));
  const run = String((await server.invoke(id, { question: 'first' })).json.runId);
  const stuck = await Promise.all(Array.from({ length: 300 }, () => open(server.port)));
  for (const socket of stuck) {
    socket.pause();
    socket.write(
      `GET /api/v1/runs/${run}/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n`.repeat(20),
    );
  }
  for (let index = 0; index < 50; index += 1) {
    const leaving = await open(server.port);
    leaving.write(
      'POST /api/v1/flows/x@draft/invoke HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    leaving.destroy();
  }
  const answer = await server.invoke(id, { question: 'second' });
  expect(answer.status).toBe(200);
  expect(model.prompts).toEqual(['first', 'second']);
});
