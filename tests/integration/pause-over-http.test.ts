import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startJacquardProcess, type JacquardProcess } from '../fixtures/jacquard-process.ts';
import { startUnderTest } from '../security/server-under-test.ts';

const from = (address: string): { from: string } => ({ from: address });

//  letter ──▶ ask ─┬─ approved ──▶ sent
//                  └─ rejected ──▶ kept
const flow = {
  jacquard: 1,
  name: 'Send a letter',
  nodes: {
    letter: { type: 'io.text-input' },
    ask: { type: 'control.ask-person', inputs: { value: from('letter.text'), message: 'Send it?' } },
    sent: { type: 'io.text-output', inputs: { text: from('ask.approved') } },
    kept: { type: 'io.text-output', inputs: { text: from('ask.rejected') } },
  },
};

interface Json {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

async function ask(url: string, path: string, body?: object): Promise<Json> {
  const answer = await fetch(`${url}${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
}

async function start(home: string): Promise<JacquardProcess> {
  const jacquard = await startJacquardProcess(home);
  onTestFinished(() => jacquard.kill());
  return jacquard;
}

test('a run waits for a person through the death of the server, is answered once, and goes on', async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-pause-'));
  const first = await start(home);
  const { json: saved } = await ask(first.url, '/api/v1/flows', { document: flow });
  const invoked = await ask(first.url, `/api/v1/flows/${String(saved['id'])}@draft/invoke`, {
    inputs: { letter: 'Dear all' },
  });
  expect(invoked).toMatchObject({
    status: 202,
    json: {
      status: 'paused',
      waiting: [{ step: 'ask', form: { kind: 'approve', message: 'Send it?', value: 'Dear all' } }],
    },
  });
  const run = `/api/v1/runs/${String(invoked.json['runId'])}`;
  await first.kill();

  const second = await start(home);
  expect((await ask(second.url, run)).json).toMatchObject({ status: 'paused' });
  const refused = await ask(second.url, `${run}/answer`, { answer: { approved: 'perhaps' } });
  expect(refused).toMatchObject({ status: 422, json: { code: 'answer-not-valid' } });
  const both = await Promise.all(
    [true, false].map((approved) => ask(second.url, `${run}/answer`, { step: 'ask', answer: { approved } })),
  );
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([202, 409]);
  await expect.poll(async () => (await ask(second.url, run)).json['status']).toBe('completed');
  const { json } = await ask(second.url, `${run}/events`);
  const approved = both[0]?.status === 202;
  expect((json['events'] as unknown[]).at(-1)).toMatchObject({
    type: 'run-end',
    outputs: approved ? { sent: 'Dear all' } : { kept: 'Dear all' },
  });
  expect((await ask(second.url, `${run}/answer`, { answer: { approved: true } })).status).toBe(409);
});

test('a waiting run is listed as such, and is stopped like any other', async () => {
  const server = await startUnderTest();
  const id = await server.save(flow);
  const { json } = await server.invoke(id, { letter: 'Dear all' });
  const run = String(json['runId']);
  const listed = await server.ask('/api/v1/runs?status=paused');
  expect(listed.json).toMatchObject({ runs: [{ id: run, status: 'paused' }] });
  expect(server.runtime.main.runs.activeRuns).toBe(0);
  await server.ask(`/api/v1/runs/${run}/cancel`, { method: 'POST', body: {} });
  await expect.poll(async () => (await server.ask(`/api/v1/runs/${run}`)).json['status']).toBe('cancelled');
  const late = await server.ask(`/api/v1/runs/${run}/answer`, { method: 'POST', body: { answer: { approved: true } } });
  expect([late.status, late.json['code']]).toEqual([409, 'run-not-waiting']);
  const unknown = await server.ask('/api/v1/runs/nothing/answer', { method: 'POST', body: { answer: {} } });
  expect(unknown.status).toBe(404);
});
