import { socketEvents } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { templateFlow } from './hostile-flows.ts';
import { startUnderTest } from './server-under-test.ts';
import { connectSocket as connect } from './socket-under-test.ts';

test('27: a page of another site gets no websocket, on loopback neither', async () => {
  const { url, port } = await startUnderTest();
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `http://localhost:${port}` },
    { origin: 'http://evil.example', host: 'evil.example' },
    { host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) expect([headers, await connect(url, headers)]).toEqual([headers, 'refused']);
  expect(await connect(url, { origin: url })).not.toBe('refused');
});

test('27: nor by polling', async () => {
  const { ask } = await startUnderTest();
  const answer = await ask('/socket.io/?EIO=4&transport=polling', { headers: { origin: 'https://evil.example' } });
  expect(answer.status).toBe(403);
});

test('26: a connection watches runs that there are, and can start, feed or change none', async () => {
  const { url, save, ask, invoke, runtime } = await startUnderTest();
  const flow = await save(templateFlow('Hello'));
  const ran = await invoke(flow, { question: 'x' });
  const socket = await connect(url, { origin: url });
  if (socket === 'refused') throw new Error('refused');
  const watch = (message: unknown): Promise<unknown> =>
    socket
      .timeout(2_000)
      .emitWithAck(socketEvents.watchRun, message)
      .catch(() => 'no answer');
  for (const runId of ['nothing', '../x', '%', '*', ''])
    expect(await watch({ runId, after: 0 })).toMatchObject({ problem: { code: 'run-not-found' } });
  for (const message of [
    null,
    {},
    [],
    'x',
    { runId: { $ne: 1 }, after: 0 },
    { runId: 'x', after: -1 },
    { runId: ran.json.runId, after: 0, space: 'other' },
  ])
    expect(await watch(message)).toMatchObject({ problem: { code: 'request-invalid' } });
  for (const event of ['run:start', 'run:events', 'run:deltas', 'run:answer', 'run:cancel', 'join', 'flow:changed'])
    socket.emit(event, { runId: ran.json.runId, flowId: flow, inputs: { question: 'injected' } });
  expect(await watch({ runId: ran.json.runId, after: 0 })).toEqual({ ok: true });
  expect((await ask('/api/v1/runs')).json.runs).toHaveLength(1);
  expect(runtime.main.runs.activeRuns).toBe(0);
});

test('26: what isn’t a message of ours doesn’t stop the server', async () => {
  const { url, ask } = await startUnderTest();
  const socket = await connect(url, { origin: url });
  if (socket === 'refused') throw new Error('refused');
  socket.emit(socketEvents.watchRun);
  socket.emit(socketEvents.watchRun, 1, 2, 3);
  socket.emit(socketEvents.watchRun, { runId: 'x', after: 0 }, 'not a function');
  socket.emit(socketEvents.unwatchRun, { __proto__: { runId: 'x' } });
  socket.emit(socketEvents.watchRun, 'x'.repeat(200_000));
  await new Promise((resume) => setTimeout(resume, 50));
  expect((await ask('/healthz')).json.status).toBe('ready');
});
