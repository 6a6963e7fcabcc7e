import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startJacquardProcess } from '../fixtures/jacquard-process.ts';
import { RunFollower } from '../fixtures/run-follower.ts';
import { startSlowModel, textOf, type SlowAnswer, type SlowModel } from '../fixtures/slow-model.ts';
import { startWatchedRun, watchedQuestion } from '../fixtures/watched-flow.ts';
import { startUnderTest } from '../security/server-under-test.ts';

const timeout = 60_000;

type Answerer = (prompt: string, earlier: number) => SlowAnswer;

/** The long answer takes some seconds, the short ones some tenths; each attempt says which it is. */
const answer: Answerer = (prompt, earlier) => {
  const isLong = prompt === watchedQuestion;
  return { tag: `${isLong ? 'long' : prompt.replace(' ', '-')}-${earlier}`, words: isLong ? 420 : 20, pause: 7 };
};

async function slowModel(answerer: Answerer): Promise<SlowModel> {
  const model = await startSlowModel(answerer);
  onTestFinished(() => model.close());
  return model;
}

function follow(url: string, runId: string): RunFollower {
  const follower = new RunFollower(url, runId);
  onTestFinished(() => follower.close());
  return follower;
}

/** Cuts the connection so often, at random instants; now and then it first comes about, however busy the machine is. */
async function dropOften(follower: RunFollower, times: number, longest: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    if (time % 8 === 7) await vi.waitUntil(() => follower.isConnected, { timeout, interval: 5 });
    await delay(Math.random() * longest);
    follower.drop(Math.random() < 0.5);
  }
}

/** Each durable event once and in order; each text always the beginning of one answer, and in the end the step's own. */
function expectFaithful(follower: RunFollower, answers: Answerer): void {
  expect(follower.seqs).toEqual(follower.seqs.map((_, index) => index + 1));
  expect(follower.view).toMatchObject({ status: 'completed', seq: follower.seqs.length });
  const finals = new Map(follower.ends.map(({ step, final }) => [step, final]));
  expect(finals.get('long')).toMatch(/^long-\d\.0 /);
  for (const { step, text } of follower.texts) {
    const [, tag = '', earlier = '0'] = /^(.+?)-(\d+)\./.exec(text) ?? [];
    if (text === '') continue;
    const prompt = step === 'long' ? watchedQuestion : tag.replace('-', ' ');
    const whole = textOf(answers(prompt, Number(earlier)));
    expect(whole.startsWith(text), `${step}: ${text.slice(0, 80)} … ${text.slice(-80)}`).toBe(true);
  }
  const asked = [...(follower.view?.steps.values() ?? [])].filter(({ node }) => node === 'long' || node === 'part');
  expect(asked).toHaveLength(13);
  expect(asked.filter(({ step, texts }) => texts.answer !== finals.get(step))).toEqual([]);
  expect(follower.view?.outputs.reply).toBe(finals.get('long'));
}

test('a watcher that is dropped 50 times gets every event once, in order, and the same text', { timeout }, async () => {
  const model = await slowModel(answer);
  const { url } = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const runId = await startWatchedRun(url, model.baseUrl);
  const [steady, dropped] = [follow(url, runId), follow(url, runId)];
  await dropOften(dropped, 50, 80);
  expect(dropped.view?.status).toBe('running');
  await Promise.all([steady.ended, dropped.ended]);
  for (const follower of [steady, dropped]) {
    expectFaithful(follower, answer);
    const long = follower.ends.find(({ step }) => step === 'long');
    expect(long?.drawn).toBe(long?.final);
  }
  expect(dropped.drops).toBe(50);
  expect(dropped.connections).toBeGreaterThan(10);
  expect(dropped.seqs).toEqual(steady.seqs);
});

test('and so it is when the step was tried again after its first answer was cut', { timeout }, async () => {
  const cutting: Answerer = (prompt, earlier) => {
    const whole = answer(prompt, earlier);
    return earlier === 0 ? { ...whole, cutAfter: whole.words / 2 } : whole;
  };
  const model = await slowModel(cutting);
  const { url } = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const follower = follow(url, await startWatchedRun(url, model.baseUrl));
  await dropOften(follower, 50, 80);
  await follower.ended;
  expectFaithful(follower, cutting);
  expect(follower.ends.find(({ step }) => step === 'long')?.final).toBe(textOf(answer(watchedQuestion, 1)));
  expect(follower.view?.steps.get('long')).toMatchObject({ attempt: 2, status: 'done' });
});

test('and when the server is killed in the middle and started again', { timeout }, async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-watching-'));
  const model = await slowModel(answer);
  const first = await startJacquardProcess(home);
  onTestFinished(first.kill);
  const follower = follow(first.url, await startWatchedRun(first.url, model.baseUrl));
  await dropOften(follower, 25, 80);
  expect(follower.view?.status).toBe('running');
  await first.kill();
  const second = await startJacquardProcess(home);
  onTestFinished(async () => {
    await second.kill();
    rmSync(home, { recursive: true, force: true });
  });
  follower.moveTo(second.url);
  await dropOften(follower, 25, 80);
  await follower.ended;
  expectFaithful(follower, answer);
  expect(follower.view?.resumes).toBe(1);
  expect(follower.view?.steps.get('long')).toMatchObject({ attempt: 2, status: 'done' });
  expect(follower.drops).toBe(50);
});
