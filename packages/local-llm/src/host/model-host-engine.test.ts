import { afterEach, expect, test, vi } from 'vitest';
import type { HostEngine } from '../engine/engines.ts';
import { Problem } from '@jacquard/flow';
import type { HostQuestion } from './host-request.ts';
import { createModelHost, type ModelHost } from './model-host.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const hosts: ModelHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

/** A host that is told to open Vulkan, and what it told of that. */
function open(): { host: ModelHost; told: string[]; choose(engine: 'cpu' | 'vulkan'): void } {
  const told: string[] = [];
  let chosen: 'cpu' | 'vulkan' = 'vulkan';
  const engine: HostEngine = {
    choose: () => ({ engine: chosen }),
    opened: (name, reason) => told.push(`opened ${name}: ${reason}`),
    answered: () => told.push('answered'),
    died: () => told.push('died'),
  };
  const log = { info: () => undefined, warn: () => undefined };
  const host = createModelHost({ script: new URL('../testing/fake-host.ts', import.meta.url), log, engine });
  hosts.push(host);
  return { host, told, choose: (name) => void (chosen = name) };
}

function chat(content: string, run = ''): HostQuestion {
  const drawing = { temperature: 0, topP: 1, topK: 0, minP: 0, repeatPenalty: 1, tokenBias: [] };
  const generation = { ...drawing, seed: 0, stop: [], maxTokens: 1, samples: 1 };
  const owner = { run, priority: 'person' } as const;
  return { type: 'chat', model: { path: 'x' }, ...owner, input: [{ role: 'user', content }], generation };
}

/** What the process says of itself: the engine that it was told, and its number. */
async function aboutOf(host: ModelHost): Promise<string[]> {
  const told: unknown = await host.ask(chat('engine-told')).catch((error: unknown) => error);
  const text = Problem.is(told) ? told.params['text'] : undefined;
  return typeof text === 'string' ? text.split(' ') : [];
}

test('a host is told which engine to open, and after another choice a new one is', async () => {
  const { host, choose } = open();
  const [engine, process] = await aboutOf(host);
  expect(engine).toBe('vulkan');
  choose('cpu');
  expect(await aboutOf(host)).toEqual(['vulkan', process]);
  host.renew();
  const after = await aboutOf(host);
  expect(after[0]).toBe('cpu');
  expect(after[1]).not.toBe(process);
});

test('a host that is renewed finishes what it answers', async () => {
  const { host } = open();
  const heard: string[] = [];
  const asking = host.ask(chat('echo'), { onReply: ({ type }) => heard.push(type) });
  host.renew();
  expect((await asking).type).toBe('end');
  expect(heard).toEqual(['piece', 'piece', 'sample-end']);
});

test('what it has opened is heard, and that it works once it has answered', async () => {
  const { host, told } = open();
  await host.ask(chat('engine'));
  await host.ask(chat('echo'));
  await host.ask(chat('echo'));
  expect(told).toEqual(['opened cpu: no driver', 'answered']);
});

test('dying before the first answer counts, later or when it is closed it does not', async () => {
  const { host, told } = open();
  await host.ask(chat('die')).catch(() => undefined);
  expect(told).toEqual(['died']);
  await host.ask(chat('echo'));
  await host.ask(chat('die')).catch(() => undefined);
  const waiting = host.ask(chat('begin')).catch(() => undefined);
  await host.close();
  await waiting;
  expect(told).toEqual(['died', 'answered']);
});
