import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type { Problem } from '@jacquard/flow';
import type { HostQuestion } from './host-request.ts';
import { createModelHost, type ModelHost, type ModelHostOptions } from './model-host.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const script = new URL('../testing/fake-host.ts', import.meta.url);
const log = { info: () => undefined, warn: () => undefined };
const hosts: ModelHost[] = [];

function open(options: Partial<ModelHostOptions> = {}): ModelHost {
  const host = createModelHost({ script, log, ...options });
  hosts.push(host);
  return host;
}
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

function chat(content: string, run = ''): HostQuestion {
  const drawing = { temperature: 0, topP: 1, topK: 0, minP: 0, repeatPenalty: 1, tokenBias: [] };
  const generation = { ...drawing, seed: 0, stop: [], maxTokens: 1, samples: 1 };
  const owner = { run, priority: 'person' } as const;
  return { type: 'chat', model: { path: 'x' }, ...owner, input: [{ role: 'user', content }], generation };
}

test('no process runs until something is asked', async () => {
  const host = open();
  expect(host.process()).toBeUndefined();
  await host.ask(chat('echo'));
  expect(host.process()).toEqual(expect.any(Number));
});

test('replies come in order, and the last one settles the question', async () => {
  const heard: string[] = [];
  const last = await open().ask(chat('echo'), { onReply: ({ type }) => heard.push(type) });
  expect(heard).toEqual(['piece', 'piece', 'sample-end']);
  expect(last.type).toBe('end');
});

test('a problem of the host is the problem of the question', async () => {
  await expect(open().ask(chat('refuse'))).rejects.toMatchObject({
    code: 'model-file-broken',
    params: { reason: 'x' },
  });
});

test('when the host is killed all its questions fail, and the next one starts a new host', async () => {
  const host = open();
  const waiting = host.ask(chat('begin'));
  const killing = host.ask(chat('die'));
  await expect(waiting).rejects.toMatchObject({ code: 'model-host-died', kind: 'operational' });
  await expect(killing).rejects.toMatchObject({ code: 'model-host-died', params: { signal: 'SIGKILL' } });
  expect((await host.ask(chat('echo'))).type).toBe('end');
});

test('a host that exits by itself fails its questions, too', async () => {
  await expect(open().ask(chat('exit'))).rejects.toMatchObject({ code: 'model-host-died' });
});

test('an abort rejects at once with its reason and is told to the host', async () => {
  const host = open();
  const controller = new AbortController();
  const asking = host.ask(chat('begin'), {
    onReply: () => controller.abort(new Error('enough')),
    signal: controller.signal,
  });
  await expect(asking).rejects.toThrow('enough');
  await expect(host.ask(chat('echo'), { signal: controller.signal })).rejects.toThrow('enough');
});

test('an idle host is stopped, and started again when it is needed', async () => {
  const host = open({ idleAfter: 20 });
  await host.ask(chat('echo'));
  while (host.process() !== undefined) await wait(10);
  expect((await host.ask(chat('echo'))).type).toBe('end');
});

test('a host that is asked something is not idle, however many questions ended before', async () => {
  const host = open({ idleAfter: 60 });
  await Promise.all(Array.from({ length: 8 }, () => host.ask(chat('echo'))));
  const controller = new AbortController();
  const waiting = host.ask(chat('begin'), { signal: controller.signal });
  await wait(200);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});

test("the host's environment holds none of the server's keys", async () => {
  process.env['FAKE_API_KEY'] = 'secret';
  const asking = open().ask(chat('environment'));
  const told: unknown = await asking.catch(({ params }: Problem) => params['text']);
  delete process.env['FAKE_API_KEY'];
  expect(told).toContain('PATH');
  expect(told).not.toContain('FAKE_API_KEY');
});

test('a host that hangs is ended; all that it was asked says so, and the next question starts a new one', async () => {
  const host = open({ patience: 1_500 });
  const [waiting, hanging] = await Promise.allSettled([host.ask(chat('begin')), host.ask(chat('hang'))]);
  expect(waiting).toMatchObject({ reason: { code: 'model-host-hung', kind: 'operational' } });
  expect(hanging).toMatchObject({ reason: { code: 'model-host-hung' } });
  expect((await host.ask(chat('echo'))).type).toBe('end');
});

test('more questions than the host takes at once are refused, in all and of one run; others go on', async () => {
  const host = open({ limits: { perRun: 2, inAll: 3 } });
  const controller = new AbortController();
  const ask = (run: string): Promise<unknown> => host.ask(chat('begin', run), { signal: controller.signal });
  const waiting = [ask('a'), ask('a')];
  await expect(ask('a')).rejects.toMatchObject({ code: 'model-busy', params: { waiting: 2 } });
  waiting.push(ask('b'));
  await expect(ask('c')).rejects.toMatchObject({ code: 'model-busy', params: { waiting: 3 } });
  controller.abort(new Error('enough'));
  await Promise.allSettled(waiting);
  expect((await host.ask(chat('echo', 'a'))).type).toBe('end');
});
