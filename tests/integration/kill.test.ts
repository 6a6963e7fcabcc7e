import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '@jacquard/protocol';
import { openStores, type StoredRun, type Stores } from '@jacquard/stores';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEffectServer, type Effect, type EffectServer } from '../fixtures/effect-server.ts';
import { stepNames } from '../fixtures/six-steps.ts';

/** Runs in all; 200 where it is to be believed. */
const runCount = Number(process.env['JACQUARD_KILL_RUNS'] ?? 40);
/** Runs that go on at once, and die together. A run is resumed three times at most, so so many kills. */
const waveSize = 20;
const killsPerWave = 3;

interface Run {
  readonly runId: string;
  /** Its fifth step must never be repeated. */
  readonly once: boolean;
}

interface Told {
  readonly run: StoredRun | undefined;
  readonly events: readonly RunEvent[];
}

const runs: readonly Run[] = Array.from({ length: runCount }, (_, index) => ({
  runId: `run-${index}`,
  once: index % 4 === 3,
}));
const home = mkdtempSync(join(tmpdir(), 'jacquard-kill-'));
const told = new Map<string, Told>();
let server: EffectServer;
let stores: Stores;
let kills = 0;

beforeAll(
  async () => {
    server = await startEffectServer();
    stores = await openStores({ home });
    for (let start = 0; start < runs.length; start += waveSize) await runWave(runs.slice(start, start + waveSize));
    for (const { runId } of runs) {
      const [run, events] = await Promise.all([stores.runs.get('main', runId), stores.runs.events('main', runId, 0)]);
      told.set(runId, { run, events });
    }
  },
  30_000 + runCount * 1_000,
);

afterAll(async () => {
  await stores.close();
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs a wave in one process after the other: each is killed, but the last. */
async function runWave(wave: readonly Run[]): Promise<void> {
  const waiting = new Set(wave.map(({ runId }) => runId));
  for (let kill = 0; waiting.size > 0; kill += 1) {
    const worker = fork(join(import.meta.dirname, '../fixtures/run-worker.ts'), [home, server.url]);
    const exited = once(worker, 'exit');
    worker.on('message', (message: { ended?: string }) => {
      waiting.delete(message.ended ?? '');
      if (waiting.size === 0) worker.disconnect();
    });
    await once(worker, 'message');
    const known = new Set((await stores.runs.list('main', { limit: runCount })).map(({ id }) => id));
    for (const run of wave) if (!known.has(run.runId)) worker.send(run);
    await Promise.all([exited, kill < killsPerWave ? killSomeTime(worker, kill) : undefined]);
    listenNoMore();
    await forgetEnded(waiting);
  }
}

/** A run may have ended without its process having been able to say so. */
async function forgetEnded(waiting: Set<string>): Promise<void> {
  for (const runId of waiting) {
    const run = await stores.runs.get('main', runId);
    if (run !== undefined && run.status !== 'running') waiting.delete(runId);
  }
}

/**
 * The first time when an effect that must not be repeated has happened, the second between any effect's answer and its
 * commit, the third at a random moment.
 */
async function killSomeTime(worker: ChildProcess, turn: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const die = (): void => {
    if (worker.exitCode === null && worker.signalCode === null && worker.kill('SIGKILL')) kills += 1;
    listenNoMore();
    resolve();
  };
  worker.once('exit', resolve);
  if (turn === 0) server.arrived = (effect) => isOnce(effect) && die();
  if (turn === 1) server.answered = () => Math.random() < 0.1 && die();
  if (turn === 2) setTimeout(die, Math.random() * 60);
  await promise;
}

function listenNoMore(): void {
  server.arrived = () => {};
  server.answered = () => {};
}

function isOnce({ name }: Effect): boolean {
  return runs.some(({ runId, once: isOnceRun }) => isOnceRun && name === `${runId}/five`);
}

function effectsOf(name: string): readonly Effect[] {
  return server.effects.filter((effect) => effect.name === name);
}

function endOf(runId: string, step: string): RunEvent | undefined {
  return told.get(runId)?.events.find((event) => event.type === 'step-end' && event.step === step);
}

test('processes were killed, and every run that was begun has ended all the same', () => {
  expect(kills).toBeGreaterThanOrEqual(Math.ceil(runCount / waveSize));
  expect(runs.filter(({ runId }) => told.get(runId)?.run === undefined)).toEqual([]);
  const statuses = (isOnceRun: boolean) =>
    runs.filter((run) => run.once === isOnceRun).map(({ runId }) => told.get(runId)?.run?.status);
  expect(new Set(statuses(false))).toEqual(new Set(['completed']));
  expect(statuses(true)).toContain('interrupted');
  expect(statuses(true).filter((status) => status !== 'interrupted' && status !== 'completed')).toEqual([]);
});

test('no effect was lost: every step of a completed run happened outside', () => {
  const completed = runs.filter(({ runId }) => told.get(runId)?.run?.status === 'completed');
  const missing = completed.flatMap(({ runId }) =>
    stepNames.map((step) => `${runId}/${step}`).filter((name) => effectsOf(name).length === 0),
  );
  expect(missing).toEqual([]);
});

test('a step that was repeated came with the same key and the same body', () => {
  const names = new Set(server.effects.map(({ name }) => name));
  const keys = new Set(server.effects.map(({ key }) => key));
  const pairs = new Set(server.effects.map(({ key, body }) => `${key} ${body}`));
  expect([keys.size, pairs.size]).toEqual([names.size, names.size]);
  expect(server.effects.length).toBeGreaterThan(names.size);
});

test('no effect came after the end of its step was durable', () => {
  const late = server.effects.filter(({ name, at }) => {
    const [runId = '', step = ''] = name.split('/');
    return at > (endOf(runId, step)?.at ?? Number.POSITIVE_INFINITY);
  });
  expect(late).toEqual([]);
});

test('a step that must not be repeated was not: its run stopped as interrupted', () => {
  const onceRuns = runs.filter(({ once: isOnceRun }) => isOnceRun);
  expect(onceRuns.filter(({ runId }) => effectsOf(`${runId}/five`).length > 1)).toEqual([]);
  for (const { runId } of onceRuns) {
    const last = told.get(runId)?.events.at(-1);
    const hasEnd = endOf(runId, 'five') !== undefined;
    expect(last).toMatchObject(
      hasEnd
        ? { type: 'run-end', status: 'completed' }
        : { type: 'run-end', status: 'interrupted', error: { code: 'step-interrupted', params: { step: 'five' } } },
    );
  }
});

test('event logs have no gap, one beginning and one end, and tell of being resumed', () => {
  let resumed = 0;
  for (const { runId } of runs) {
    const { run, events = [] } = told.get(runId) ?? {};
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const types = events.map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['run-start', 'run-end']);
    expect(types.filter((type) => type === 'run-start' || type === 'run-end')).toHaveLength(2);
    // A process that was killed right after it took the run up had no time to record that.
    const resumes = types.filter((type) => type === 'run-resume').length;
    expect(resumes).toBeLessThanOrEqual(run?.resumes ?? -1);
    resumed += resumes;
  }
  expect(resumed).toBeGreaterThan(0);
});
