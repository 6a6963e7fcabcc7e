import { expect, onTestFinished, test } from 'vitest';
import { openEventStream, textOfOutput } from '../fixtures/event-stream.ts';
import { startSlowModel, textOf, type SlowAnswer, type SlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

const patient = { timeout: 30_000 };

interface Asking {
  readonly server: ServerUnderTest;
  readonly model: SlowModel;
  readonly id: string;
  /** The address of the stream of the flow. */
  readonly url: string;
}

async function asking(answer: (prompt: string, earlier: number) => SlowAnswer, more: object = {}): Promise<Asking> {
  const model = await startSlowModel(answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const flow = askingFlow(model.baseUrl) as { nodes: { chat: object } }; // boundary: this very flow has a node "chat"
  const id = await server.save({ ...flow, nodes: { ...flow.nodes, chat: { ...flow.nodes.chat, ...more } } });
  return { server, model, id, url: `${server.url}/api/v1/flows/${id}@draft/stream` };
}

const runsOf = async ({ server, id }: Asking): Promise<unknown[]> =>
  (await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs as unknown[]; // boundary: a page of runs

const long: SlowAnswer = { tag: 'word', words: 40, pause: 20 };

test('a GET streams a flow’s texts as they are written, and then its outputs', patient, async () => {
  const flow = await asking(() => long);
  const stream = await openEventStream(`${flow.url}?input.question=Hello%3F&format=text`);
  await stream.ended;
  const kinds = stream.events.map(({ event }) => event);
  expect([kinds[0], kinds[1], kinds.at(-1)]).toEqual(['run', 'text', 'done']);
  expect(kinds.filter((kind) => kind === 'text').length).toBeGreaterThan(5);
  expect(textOfOutput(stream.events, 'reply')).toBe(textOf(long));
  expect(stream.events.at(-1)?.data).toMatchObject({
    runId: stream.events[0]?.data['runId'],
    outputs: { reply: textOf(long) },
  });
  expect(flow.model.prompts).toEqual(['Hello?']);
});

test(
  'a reader whose connection broke comes back to the same run; one who has all is told to stay away',
  patient,
  async () => {
    const flow = await asking(() => long);
    const url = `${flow.url}?input.question=Hi&format=text`;
    const first = await openEventStream(url);
    await expect.poll(() => first.events.filter(({ event }) => event === 'text').length).toBeGreaterThan(2);
    first.close();
    const again = await openEventStream(url, { headers: { 'last-event-id': first.lastId() ?? '' } });
    await again.ended;
    expect(textOfOutput([...first.events, ...again.events], 'reply')).toBe(textOf(long));
    expect(again.events.at(-1)?.event).toBe('done');
    const over = await openEventStream(url, { headers: { 'last-event-id': again.lastId() ?? '' } });
    expect(over.status).toBe(204);
    expect([flow.model.prompts.length, (await runsOf(flow)).length]).toEqual([1, 1]);
  },
);

test('events go on after the last one that a reader has, each once', patient, async () => {
  const flow = await asking(() => long);
  const url = `${flow.url}?input.question=Hi`;
  const first = await openEventStream(url);
  await expect.poll(() => first.events.some(({ event }) => event === 'delta')).toBe(true);
  first.close();
  const again = await openEventStream(url, { headers: { 'last-event-id': first.lastId() ?? '' } });
  await again.ended;
  const seqs = [...first.events, ...again.events].flatMap(({ data }) =>
    typeof data['seq'] === 'number' ? [data['seq']] : [],
  );
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  expect(again.events.at(-1)?.data).toMatchObject({ type: 'run-end', status: 'completed' });
});

test('nobody comes back to another flow’s run, nor to one that there isn’t', patient, async () => {
  const flow = await asking(() => ({ ...long, words: 1 }));
  const other = await flow.server.save(templateFlow('x'));
  const run = String((await flow.server.invoke(flow.id, { question: 'x' })).json.runId);
  for (const [id, place] of [
    [other, `${run}:1`],
    [flow.id, 'nothing:1'],
  ]) {
    const answer = await flow.server.ask(`/api/v1/flows/${id}@draft/stream?input.question=x`, {
      headers: { accept: 'text/event-stream', 'last-event-id': place ?? '' },
    });
    expect([answer.status, answer.json.code]).toEqual([404, 'run-not-found']);
  }
});

test('another attempt replaces what was streamed of the one that failed', patient, async () => {
  const retry = { retry: { attempts: 2, delay: 0.01 } };
  const [broken, whole] = [
    { tag: 'broken', words: 30, pause: 10, cutAfter: 12 },
    { tag: 'whole', words: 5, pause: 1 },
  ];
  const flow = await asking((_prompt, earlier) => (earlier === 0 ? broken : whole), retry);
  const stream = await openEventStream(`${flow.url}?format=text`, {
    method: 'POST',
    body: { inputs: { question: 'x' } },
  });
  await stream.ended;
  expect(stream.events.some(({ data }) => String(data['text']).startsWith('broken'))).toBe(true);
  expect(textOfOutput(stream.events, 'reply')).toBe(textOf(whole));
});

test('a run that fails ends its stream with the problem, in the reader’s language', patient, async () => {
  const flow = await asking(() => ({ tag: 'x', words: 9, pause: 1, cutAfter: 2 }));
  const stream = await openEventStream(`${flow.url}?format=text&input.question=x`, {
    headers: { 'accept-language': 'fr' },
  });
  await stream.ended;
  const last = stream.events.at(-1);
  expect(last?.event).toBe('problem');
  expect(last?.data).toMatchObject({ code: expect.any(String), params: { run: stream.events[0]?.data['runId'] } });
  expect(String(last?.data['detail'])).toMatch(/ l[ea']/);
});

test('a GET runs nothing unless an event source of our own page, or a program, asks', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  const path = `/api/v1/flows/${id}@draft/stream?input.question=x`;
  const [plain, picture] = [await server.ask(path), await server.ask(path, { headers: { accept: 'image/webp,*/*' } })];
  expect([plain.status, picture.status, picture.json.code]).toEqual([406, 406, 'not-acceptable']);
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const foreign = await server.ask(path, { headers: { accept: 'text/event-stream', ...headers } });
    expect([foreign.status, foreign.json.code]).toEqual([403, 'origin-foreign']);
  }
  expect((await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs).toEqual([]);
});

test('a query that a call doesn’t have is refused; values are read by what their inputs take', async () => {
  const server = await startUnderTest();
  const nodes = {
    count: { type: 'io.number-input' },
    name: { type: 'io.text-input' },
    text: {
      type: 'prompts.template',
      inputs: { template: '{{name}}: {{count}}', name: { from: 'name.text' }, count: { from: 'count.number' } },
    },
    reply: { type: 'io.text-output', inputs: { text: { from: 'text.text' } } },
  };
  const id = await server.save({ jacquard: 1, name: 'Counting', nodes });
  const path = `/api/v1/flows/${id}@draft/stream`;
  const headers = { accept: 'text/event-stream' };
  expect((await server.ask(`${path}?inputs=x`, { headers })).status).toBe(400);
  expect((await server.ask(`${path}?input.count=many&input.name=x`, { headers })).status).toBe(422);
  const stream = await openEventStream(`${server.url}${path}?format=text&input.count=7&input.name=17`);
  await stream.ended;
  expect(stream.events.at(-1)?.data).toMatchObject({ outputs: { reply: '17: 7' } });
});

test('a run that waits for a person ends its stream by saying what it waits for', async () => {
  const server = await startUnderTest();
  const nodes = {
    letter: { type: 'io.text-input' },
    ask: { type: 'control.ask-person', inputs: { value: { from: 'letter.text' }, message: 'Send it?' } },
    sent: { type: 'io.text-output', inputs: { text: { from: 'ask.approved' } } },
  };
  const id = await server.save({ jacquard: 1, name: 'Asking a person', nodes });
  const url = `${server.url}/api/v1/flows/${id}@draft/stream?format=text&input.letter=x`;
  const stream = await openEventStream(url);
  await stream.ended;
  expect(stream.events.at(-1)).toMatchObject({
    event: 'paused',
    data: { status: 'paused', waiting: [{ node: 'ask' }] },
  });
  const again = await openEventStream(url, { headers: { 'last-event-id': stream.lastId() ?? '' } });
  expect(again.status).toBe(204);
});
