import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

/** A flow on a model that takes ten seconds for an answer, unless it is stopped. */
async function slowFlow(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ server: ServerUnderTest; id: string }> {
  const model = await startSlowModel(() => ({ tag: 'w', words: 1_000, pause: 10 }));
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1', ...environment } });
  return { server, id: await server.save(askingFlow(model.baseUrl)) };
}

async function start(server: ServerUnderTest, id: string): Promise<string> {
  const answer = await server.ask(`/api/v1/flows/${id}@draft/runs`, {
    method: 'POST',
    body: { inputs: { question: 'x' } },
  });
  expect(answer.status).toBe(202);
  return String(answer.json.runId);
}

const statusOf = async (server: ServerUnderTest, run: string): Promise<unknown> =>
  (await server.ask(`/api/v1/runs/${run}`)).json.status;

test('a run that is stopped ends at once, and stopping it again changes nothing', async () => {
  const { server, id } = await slowFlow();
  const run = await start(server, id);
  const cancel = () => server.ask(`/api/v1/runs/${run}/cancel`, { method: 'POST', body: {} });
  expect((await cancel()).status).toBe(204);
  await expect.poll(() => statusOf(server, run), { timeout: 2_000 }).toBe('cancelled');
  expect((await cancel()).status).toBe(204);
  expect((await server.ask('/api/v1/runs/nothing/cancel', { method: 'POST', body: {} })).status).toBe(404);
});

test('beyond the runs that may go on at once a caller is told so, and when to come back', async () => {
  const { server, id } = await slowFlow({ JACQUARD_MAX_RUNS: '2' });
  const runs = [await start(server, id), await start(server, id)];
  const refused = await server.invoke(id, { question: 'x' });
  expect([refused.status, refused.json.code, refused.headers['retry-after']]).toEqual([429, 'too-many-runs', '1']);
  await server.ask(`/api/v1/runs/${runs[0]}/cancel`, { method: 'POST', body: {} });
  await expect.poll(() => statusOf(server, runs[0] ?? '')).toBe('cancelled');
  await start(server, id);
});

test('a caller who hangs up before the answer ends the run; one of /runs goes on', async () => {
  const { server, id } = await slowFlow();
  const hangUp = new AbortController();
  const call = fetch(`${server.url}/api/v1/flows/${id}@draft/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: { question: 'x' } }),
    signal: hangUp.signal,
  });
  await expect.poll(() => server.runtime.main.runs.activeRuns).toBe(1);
  hangUp.abort();
  await expect(call).rejects.toThrow('abort');
  await expect.poll(() => server.runtime.main.runs.activeRuns, { timeout: 2_000 }).toBe(0);
  const run = await start(server, id);
  expect(await statusOf(server, run)).toBe('running');
});

test('a run that goes on can’t be deleted, an ended one can, and a pinned one is marked', async () => {
  const { server, id } = await slowFlow();
  const run = await start(server, id);
  const remove = () => server.ask(`/api/v1/runs/${run}`, { method: 'DELETE' });
  expect([(await remove()).status, (await remove()).json.code]).toEqual([409, 'run-still-running']);
  await server.ask(`/api/v1/runs/${run}/cancel`, { method: 'POST', body: {} });
  await expect.poll(() => statusOf(server, run)).toBe('cancelled');
  expect((await server.ask(`/api/v1/runs/${run}/pin`, { method: 'PUT', body: { pinned: true } })).status).toBe(204);
  const list = (await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs;
  expect(list).toMatchObject([{ id: run, pinned: true }]);
  expect((await remove()).status).toBe(204);
  expect(await statusOf(server, run)).toBe(404);
});
