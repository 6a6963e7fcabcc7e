import type { RunEvent } from '@jacquard/protocol';
import type { Stores } from '@jacquard/stores';
import { createMemoryStores } from '@jacquard/stores/testing';
import { expect, test } from 'vitest';
import { resumeRuns } from './resume-runs.ts';
import type { RunService } from './run-service.ts';

const flow = { jacquard: 1, name: 'x', nodes: {} } as const;

async function leaveRun(stores: Stores, id: string, until: number, hasBegun = true): Promise<void> {
  const lease = { owner: 'dead', until };
  await stores.runs.create('main', { id, flowId: 'f', startedAt: 1, lease });
  const start: RunEvent = { type: 'run-start', seq: 1, at: 1, runId: id, flowId: 'f', flow, inputs: {} };
  if (hasBegun) await stores.runs.append('main', { runId: id, owner: 'dead', events: [start] });
}

function sourcesOf(stores: Stores, resumed: string[], fails = false) {
  const runs = {
    resume: async ({ id }: { id: string }) => {
      if (fails) throw new Error('cannot');
      resumed.push(id);
    },
  } as unknown as RunService; // boundary: resumeRuns calls nothing else of it
  return { space: 'main', stores, runs, owner: 'new', log: () => undefined };
}

test('runs whose lease is over are taken up, others are left to their owner', async () => {
  const stores = createMemoryStores();
  await leaveRun(stores, 'over', Date.now() - 1);
  await leaveRun(stores, 'alive', Date.now() + 60_000);
  const resumed: string[] = [];
  expect(await resumeRuns(sourcesOf(stores, resumed), false)).toBe(1);
  expect(resumed).toEqual(['over']);
});

test('alone in the home, no lease needs to run out first', async () => {
  const stores = createMemoryStores();
  await leaveRun(stores, 'fresh', Date.now() + 60_000);
  const resumed: string[] = [];
  await resumeRuns(sourcesOf(stores, resumed), true);
  expect(resumed).toEqual(['fresh']);
});

test('a run that took its process down three times is interrupted, with the reason', async () => {
  const stores = createMemoryStores();
  await leaveRun(stores, 'killer', 0);
  const resumed: string[] = [];
  for (let start = 0; start < 4; start += 1) await resumeRuns(sourcesOf(stores, resumed), true);
  expect(resumed).toHaveLength(3);
  expect((await stores.runs.get('main', 'killer'))?.status).toBe('interrupted');
  const end = (await stores.runs.events('main', 'killer', 0)).at(-1);
  expect(end).toMatchObject({
    seq: 2,
    type: 'run-end',
    error: { code: 'run-resumed-too-often', params: { count: 3 } },
  });
});

test('a run without its first event was never acknowledged, and is forgotten', async () => {
  const stores = createMemoryStores();
  await leaveRun(stores, 'unborn', 0, false);
  await resumeRuns(sourcesOf(stores, []), true);
  expect(await stores.runs.get('main', 'unborn')).toBeUndefined();
});

test('one that can’t be resumed ends as interrupted, and the next is taken up', async () => {
  const stores = createMemoryStores();
  await leaveRun(stores, 'broken', 0);
  await resumeRuns(sourcesOf(stores, [], true), true);
  expect((await stores.runs.get('main', 'broken'))?.status).toBe('interrupted');
});
