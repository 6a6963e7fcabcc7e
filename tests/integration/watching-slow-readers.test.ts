import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketEvents } from '@jacquard/protocol';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startJacquardProcess, type JacquardProcess } from '../fixtures/jacquard-process.ts';
import { RunFollower, websocketOf } from '../fixtures/run-follower.ts';
import { startSlowModel, type SlowAnswer } from '../fixtures/slow-model.ts';
import { startWatchedRun, watchedQuestion } from '../fixtures/watched-flow.ts';
import { startUnderTest } from '../security/server-under-test.ts';

/** Watchers that never read: more of them than the server has memory for, should it hold for each what the run streams. */
const stuckWatchers = 40;
/** Megabytes that the server may hold for all of them together; the run streams some 13, once for each. */
const mostHeld = 250;

/** A megabyte each. */
const answer = (prompt: string): SlowAnswer => ({
  tag: prompt === watchedQuestion ? 'long' : prompt.replace(' ', '-'),
  words: 100,
  pause: 8,
  width: 10_000,
});

/** Watches and then never takes a byte from the connection. */
async function watchWithoutReading(url: string, runId: string): Promise<void> {
  const socket = io(url, { forceNew: true, reconnection: false, transports: ['websocket'] });
  onTestFinished(() => void socket.disconnect());
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  socket.emit(socketEvents.watchRun, { runId, after: 0 });
  websocketOf(socket)?.pause();
}

/** Runs the flow beside so many stuck watchers, and follows it. `most`: megabytes that the server came to hold. */
async function runBeside(stuck: number, server: JacquardProcess, baseUrl: string) {
  const runId = await startWatchedRun(server.url, baseUrl);
  await Promise.all(Array.from({ length: stuck }, () => watchWithoutReading(server.url, runId)));
  const follower = new RunFollower(server.url, runId);
  onTestFinished(() => follower.close());
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, server.memory())), 20);
  const view = await follower.ended;
  clearInterval(timer);
  return { most, follower, view };
}

test('watchers that never read slow nothing, and the server holds little for them', { timeout: 60_000 }, async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-stuck-'));
  const model = await startSlowModel(answer);
  onTestFinished(() => model.close());
  const server = await startJacquardProcess(home);
  onTestFinished(async () => {
    await server.kill();
    rmSync(home, { recursive: true, force: true });
  });
  const alone = await runBeside(0, server, model.baseUrl);
  const beside = await runBeside(stuckWatchers, server, model.baseUrl);
  expect(beside.view.status).toBe('completed');
  expect(beside.follower.seqs).toEqual(alone.follower.seqs);
  expect(beside.follower.texts.length).toBeGreaterThan(100);
  expect(beside.most - alone.most).toBeLessThan(mostHeld);
});

/** Its events are far more than the system's buffers hold: 300 steps of 40 kB in and out. */
function talkativeFlow(): object {
  const words = { text: Array.from({ length: 300 }, (_, index) => index).join(','), into: 'separator', separator: ',' };
  const grow = { template: `${'x'.repeat(40_000)}{{word}}`, word: { from: 'each.item' } };
  return {
    jacquard: 1,
    name: 'Talkative',
    nodes: {
      words: { type: 'data.split', inputs: words },
      each: {
        type: 'control.for-each',
        inputs: { items: { from: 'words.parts' }, concurrency: 1 },
        nodes: { grow: { type: 'prompts.template', inputs: grow } },
        outputs: { texts: { from: 'grow.text' } },
      },
      reply: { type: 'io.json-output', inputs: { json: { from: 'each.texts' } } },
    },
  };
}

test(
  'a watcher that stops reading holds nobody up, and gets every event once it reads again',
  { timeout: 30_000 },
  async () => {
    const server = await startUnderTest();
    const id = await server.save(talkativeFlow());
    const { json } = await server.ask(`/api/v1/flows/${id}@draft/runs`, { method: 'POST', body: {} });
    const reading = new RunFollower(server.url, String(json.runId));
    const stuck = new RunFollower(server.url, String(json.runId));
    onTestFinished(() => [reading, stuck].forEach((follower) => follower.close()));
    await vi.waitUntil(() => stuck.isConnected, { timeout: 10_000, interval: 1 });
    stuck.stopReading();
    const { seq } = await reading.ended;
    expect(stuck.seqs.length).toBeLessThan(seq);
    stuck.readAgain();
    await stuck.ended;
    expect(stuck.seqs).toEqual(reading.seqs);
    expect(stuck.view?.outputs).toEqual(reading.view?.outputs);
  },
);
