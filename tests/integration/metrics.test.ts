import { expect, onTestFinished, test } from 'vitest';
import { openEventStream } from '../fixtures/event-stream.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

/** A figure as Prometheus would read it; its labels as they stand. */
async function figure(server: ServerUnderTest, name: string): Promise<number | undefined> {
  const { text } = await server.ask('/metrics');
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

test('figures tell of runs, steps and requests, by routes and not by what was asked for', async () => {
  const server = await startUnderTest();
  const id = await server.save({ ...templateFlow('Hello'), name: 'Secret plans' });
  expect((await server.invoke(id, { question: 'x' })).status).toBe(200);
  expect((await server.invoke(id, { nothing: 'x' })).status).toBe(422);
  await server.ask('/api/v1/runs/nothing-of-the-kind');
  await server.ask('/no/such/path');
  expect(await figure(server, 'jacquard_runs_started_total{by="api"}')).toBe(1);
  expect(await figure(server, 'jacquard_runs_ended_total{status="completed"}')).toBe(1);
  expect(await figure(server, 'jacquard_steps_total{outcome="done"}')).toBe(1);
  expect(await figure(server, 'jacquard_run_duration_seconds_count{status="completed"}')).toBe(1);
  expect(await figure(server, 'jacquard_runs_running')).toBe(0);
  const invoked = 'jacquard_http_requests_total{method="POST",route="/api/v1/flows/:id/invoke"';
  expect(await figure(server, `${invoked},status="200"}`)).toBe(1);
  expect(await figure(server, `${invoked},status="422"}`)).toBe(1);
  const { text, headers } = await server.ask('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(text).not.toContain('nothing-of-the-kind');
  expect(text).not.toContain('/no/such/path');
  expect(text).not.toContain(id);
  expect(text).toContain('process_cpu_seconds_total');
});

test('streams are counted while they are open', async () => {
  const server = await startUnderTest();
  const nodes = {
    letter: { type: 'io.text-input' },
    ask: { type: 'control.ask-person', inputs: { value: { from: 'letter.text' }, message: 'Send it?' } },
    sent: { type: 'io.text-output', inputs: { text: { from: 'ask.approved' } } },
  };
  const id = await server.save({ jacquard: 1, name: 'Letter', nodes });
  const run = await server.ask(`/api/v1/flows/${id}@draft/runs`, { method: 'POST', body: { inputs: { letter: 'x' } } });
  const before = (await figure(server, 'jacquard_streams_open')) ?? 0;
  const stream = await openEventStream(`${server.url}/api/v1/runs/${String(run.json.runId)}/events`);
  await expect.poll(() => figure(server, 'jacquard_streams_open')).toBe(before + 1);
  stream.close();
  await expect.poll(() => figure(server, 'jacquard_streams_open')).toBe(before);
});

test('so are the streams of OpenAI’s clients', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const model = await startSlowModel(() => ({ tag: 'a', words: 2, pause: 1, until: promise }));
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(model.baseUrl));
  const before = (await figure(server, 'jacquard_streams_open')) ?? 0;
  const stream = await openEventStream(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    body: { model: `${id}@draft`, stream: true, messages: [{ role: 'user', content: 'x' }] },
  });
  await expect.poll(() => figure(server, 'jacquard_streams_open')).toBe(before + 1);
  resolve();
  await stream.ended;
  await expect.poll(() => figure(server, 'jacquard_streams_open')).toBe(before);
});
