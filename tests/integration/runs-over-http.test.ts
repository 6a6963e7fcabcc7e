import {
  applyRunEvent,
  runEventsSchema,
  runFileSchema,
  runsPageSchema,
  type RunEvent,
  type RunView,
} from '@jacquard/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel, textOf, type SlowAnswer } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

const secret = 'sk-very-secret-0123456789';

function viewOf(events: readonly RunEvent[]): RunView | undefined {
  return events.reduce<RunView | undefined>(applyRunEvent, undefined);
}

/** A server with a flow that asks a model which answers so, with the secret `key` sent along. */
async function asking(answer: SlowAnswer): Promise<{ server: ServerUnderTest; id: string }> {
  const model = await startSlowModel(() => answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const origin = new URL(model.baseUrl).origin;
  await server.ask('/api/v1/secrets/key', { method: 'PUT', body: { text: secret, origins: [origin] } });
  return { server, id: await server.save(askingFlow(model.baseUrl, 'key')) };
}

async function invoke(server: ServerUnderTest, id: string, question: string): Promise<string> {
  const answer = await server.invoke(id, { question });
  expect(answer.status).toBe(200);
  return String(answer.json.runId);
}

/** The first run loads what a provider needs. */
const patient = { timeout: 30_000 };

test(
  'a run is one file that stands for itself, large values in it, and draws the same run again',
  patient,
  async () => {
    const long: SlowAnswer = { tag: 'w', words: 4, pause: 0, width: 30_000 };
    const { server, id } = await asking(long);
    const run = await invoke(server, id, 'Long?');
    const { status, headers, text } = await server.ask(`/api/v1/runs/${run}/export`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain(`${run}.run.json`);
    const file = runFileSchema.parse(JSON.parse(text));
    const { events } = runEventsSchema.parse((await server.ask(`/api/v1/runs/${run}/events?after=0`)).json);
    expect(viewOf(file.events)).toEqual(viewOf(events));
    expect(file.run).toMatchObject({ id: run, flowId: id, status: 'completed' });
    expect(Object.values(file.values)).toContain(textOf(long));
    expect((await server.ask('/api/v1/runs/nothing/export')).status).toBe(404);
  },
);

test('no file of a run holds a secret, not even one that a server sent back', patient, async () => {
  const { server, id } = await asking({ tag: `your key is ${secret}`, words: 2, pause: 0 });
  const run = await invoke(server, id, 'What is my key?');
  const { text } = await server.ask(`/api/v1/runs/${run}/export`);
  expect(text).not.toContain(secret);
  expect(JSON.stringify(runFileSchema.parse(JSON.parse(text)).events)).toContain('your key is [secret key]');
});

test('runs are listed by pages with what they were asked, searched in their answers, and by their state', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Loom'));
  const runs: string[] = [];
  for (const question of ['one', 'two', 'three', 'four', 'five']) runs.unshift(await invoke(server, id, question));
  const page = async (query: string) =>
    runsPageSchema.parse((await server.ask(`/api/v1/runs?flowId=${id}&${query}`)).json);
  const first = await page('limit=2');
  expect(first.runs).toMatchObject([{ inputs: { question: 'five' }, by: 'api' }, { inputs: { question: 'four' } }]);
  const seen = new Set(first.runs.map((run) => run.id));
  for (let before = first.before; before !== undefined;) {
    const next = await page(`limit=2&before=${before}`);
    for (const run of next.runs) seen.add(run.id);
    before = next.before;
  }
  expect([...seen]).toEqual(runs);
  expect((await page('text=THREE')).runs.map((run) => run.inputs)).toEqual([{ question: 'three' }]);
  expect((await page('text=loom')).runs).toHaveLength(5);
  expect((await page('status=failed')).runs).toEqual([]);
  expect((await server.ask('/api/v1/runs?status=strange')).status).toBe(400);
});
