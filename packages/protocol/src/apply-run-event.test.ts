import type { FlowDocument } from '@jacquard/flow';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRunEvent, applyRunEvents } from './apply-run-event.ts';
import type { DeltaFrame, RunEvent, TransientEvent } from './run-event.ts';
import type { RunView } from './run-view.ts';

const propertyRuns = Number(process.env['JACQUARD_PROPERTY_RUNS'] ?? 100);
const flow: FlowDocument = { jacquard: 1, name: 'Test', nodes: {} };
const of = { step: 'ask', node: 'ask' };
const refused = { code: 'provider-refused', params: {}, kind: 'operational' } as const;

function draw(events: readonly (RunEvent | TransientEvent)[], from?: RunView): RunView | undefined {
  let view = from;
  for (const event of events) view = applyRunEvent(view, event);
  return view;
}

function delta(attempt: number, offset: number, text: string): DeltaFrame {
  return { type: 'delta', runId: 'run', ...of, attempt, port: 'answer', offset, text };
}

const start: RunEvent = {
  type: 'run-start',
  seq: 1,
  at: 100,
  runId: 'run',
  flowId: 'flow',
  flow,
  inputs: { question: 'Hi' },
};
const begin: RunEvent = { type: 'step-start', seq: 2, at: 101, ...of, attempt: 1, inputs: { prompt: 'Hi' }, seed: 7 };

test('draws a run from its start to its end', () => {
  const end: RunEvent = {
    type: 'step-end',
    seq: 3,
    at: 110,
    ...of,
    attempt: 1,
    outputs: { answer: 'Hello', count: 1 },
    duration: 9,
  };
  const done: RunEvent = {
    type: 'run-end',
    seq: 4,
    at: 111,
    status: 'completed',
    outputs: { reply: 'Hello' },
    skipped: ['extra'],
    duration: 11,
  };
  const view = draw([start, begin, delta(1, 0, 'Hel'), end, done]);
  expect(view).toMatchObject({
    status: 'completed',
    seq: 4,
    outputs: { reply: 'Hello' },
    skipped: ['extra'],
    duration: 11,
  });
  expect(view?.steps.get('ask')).toMatchObject({
    status: 'done',
    texts: { answer: 'Hello' },
    seed: 7,
    duration: 9,
    kept: false,
  });
});

test('a changed step is a new object, the others stay the same', () => {
  const other: RunEvent = { type: 'step-start', seq: 3, at: 102, step: 'other', node: 'other', attempt: 1 };
  const before = draw([start, begin, other]);
  const [ask, idle] = [before?.steps.get('ask'), before?.steps.get('other')];
  const after = draw([delta(1, 0, 'H')], before);
  expect(after).not.toBe(before);
  expect(after?.steps.get('ask')).not.toBe(ask);
  expect(after?.steps.get('other')).toBe(idle);
});

test('a failed attempt waits, the next one clears what was drawn, and an older frame is ignored', () => {
  const failed: RunEvent = {
    type: 'step-error',
    seq: 3,
    at: 105,
    ...of,
    attempt: 1,
    error: refused,
    duration: 4,
    retryAfter: 50,
  };
  const again: RunEvent = { type: 'step-start', seq: 4, at: 155, ...of, attempt: 2 };
  const waiting = draw([start, begin, delta(1, 0, 'Wrong'), failed]);
  expect(waiting?.steps.get('ask')).toMatchObject({ status: 'waiting', retryAt: 155, texts: { answer: 'Wrong' } });
  const view = draw([again, delta(1, 5, ' more'), delta(2, 0, 'Ri'), delta(2, 2, 'ght')], waiting);
  expect(view?.steps.get('ask')).toMatchObject({ status: 'running', attempt: 2, texts: { answer: 'Right' } });
});

test('the attempts before the last one are told with their times and errors', () => {
  const failed: RunEvent = {
    type: 'step-error',
    seq: 3,
    at: 105,
    ...of,
    attempt: 1,
    error: refused,
    duration: 4,
    retryAfter: 50,
  };
  const lost: RunEvent = { type: 'step-start', seq: 5, at: 180, ...of, attempt: 3 };
  const view = draw([start, begin, failed, { type: 'step-start', seq: 4, at: 155, ...of, attempt: 2 }, lost]);
  expect(view?.steps.get('ask')).toMatchObject({
    startedAt: 101,
    attemptAt: 180,
    earlier: [
      { startedAt: 101, endedAt: 105, error: refused },
      { startedAt: 155, endedAt: 180 },
    ],
  });
});

test('what a step waits for is told beside its progress, until it waits no longer or has ended', () => {
  const tell = (rest: object): TransientEvent => ({ type: 'step-progress', runId: 'run', ...of, attempt: 1, ...rest });
  const stepOf = (view: RunView | undefined) => view?.steps.get('ask');
  const turn = draw([start, begin, tell({ done: 1, total: 8 }), tell({ wait: { for: 'turn', before: 2 } })]);
  expect(stepOf(turn)).toMatchObject({ progress: { done: 1, total: 8 }, wait: { for: 'turn', before: 2 } });
  expect(stepOf(draw([tell({ wait: null })], turn))?.wait).toBeUndefined();
  const reading = draw([start, begin, tell({ wait: { for: 'prompt', done: 64, total: 900 } })]);
  expect(stepOf(draw([finish('Hi')], reading))?.wait).toBeUndefined();
});

test('a step that runs when its run ends was cancelled; what was skipped says why', () => {
  const skip: RunEvent = { type: 'step-skip', seq: 3, at: 102, step: 'other', node: 'other', reason: 'not-taken' };
  const end: RunEvent = { type: 'run-end', seq: 4, at: 103, status: 'cancelled', outputs: {}, duration: 3 };
  const view = draw([start, begin, skip, end, delta(1, 0, 'late')]);
  expect(view?.steps.get('ask')).toMatchObject({ status: 'cancelled', endedAt: 103, texts: {} });
  expect(view?.steps.get('other')).toMatchObject({ status: 'skipped', skipReason: 'not-taken' });
});

test(
  'a watcher dropped anywhere, told again from before with a snapshot, draws the same view',
  { timeout: 3_600_000 },
  () => {
    const pieces = fc.array(fc.string({ minLength: 1, maxLength: 5, unit: 'binary' }), { minLength: 1, maxLength: 12 });
    const drops = fc.array(fc.record({ at: fc.nat(40), back: fc.nat(6), lost: fc.nat(4) }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, pieces, drops, (first, second, given) => {
        const sent = [start, begin, ...frames(1, first), retry, next, ...frames(2, second), finish(second.join(''))];
        const straight = draw(sent);
        const dropped = watchWithDrops(sent, given);
        expect(dropped?.steps.get('ask')).toEqual(straight?.steps.get('ask'));
        expect(dropped?.steps.get('ask')?.texts).toEqual({ answer: second.join('') });
        expect(dropped?.seq).toBe(straight?.seq);
      }),
      { numRuns: propertyRuns },
    );
  },
);

const retry: RunEvent = {
  type: 'step-error',
  seq: 3,
  at: 105,
  ...of,
  attempt: 1,
  error: refused,
  duration: 4,
  retryAfter: 1,
};
const next: RunEvent = { type: 'step-start', seq: 4, at: 106, ...of, attempt: 2 };

function finish(answer: string): RunEvent {
  return { type: 'step-end', seq: 5, at: 120, ...of, attempt: 2, outputs: { answer }, duration: 14 };
}

function frames(attempt: number, pieces: readonly string[]): DeltaFrame[] {
  let offset = 0;
  return pieces.map((piece) => {
    const frame = delta(attempt, offset, piece);
    offset += piece.length;
    return frame;
  });
}

/** At each drop some of what follows is lost; then come the events after the last one seen, and a snapshot of the text. */
function watchWithDrops(
  sent: readonly (RunEvent | TransientEvent)[],
  drops: readonly { readonly at: number; readonly back: number; readonly lost: number }[],
): RunView | undefined {
  let view: RunView | undefined;
  for (let at = 0; at < sent.length; at += 1) {
    const drop = drops.find((one) => one.at === at);
    if (drop !== undefined) {
      const upTo = Math.min(sent.length - 1, at + drop.lost);
      const passed = sent.slice(0, upTo + 1);
      const after = Math.max(0, (view?.seq ?? 0) - drop.back);
      view = draw(
        passed.filter((event): event is RunEvent => 'seq' in event && event.seq > after),
        view,
      );
      view = draw(snapshotOf(passed), view);
      at = upTo;
      continue;
    }
    const event = sent[at];
    if (event !== undefined) view = applyRunEvent(view, event);
  }
  return view;
}

/** As the server gives it: the whole text of the attempt that runs, from offset 0. */
function snapshotOf(passed: readonly (RunEvent | TransientEvent)[]): DeltaFrame[] {
  const last = passed.findLast(
    (event) => event.type === 'delta' || event.type === 'step-end' || event.type === 'step-error',
  );
  if (last?.type !== 'delta') return [];
  const texts = passed.flatMap((event) =>
    event.type === 'delta' && event.attempt === last.attempt ? [event.text] : [],
  );
  return [delta(last.attempt, 0, texts.join(''))];
}

test('events that come together give what they give one by one, and change nothing that was read before', () => {
  const traced = (seq: number): RunEvent => {
    const data = { id: String(seq), parents: [], depth: 1, text: 'A thought' };
    return { type: 'step-trace', seq, at: seq, ...of, attempt: 1, item: { form: 'thought', data } };
  };
  const began: RunEvent = { type: 'step-start', seq: 2, at: 2, ...of, attempt: 1 };
  const events = [start, began, ...Array.from({ length: 20 }, (_, index) => traced(index + 3))];
  const first = applyRunEvents(undefined, events.slice(0, 10));
  const read = first?.steps.get('ask')?.trace;
  const whole = applyRunEvents(first, events.slice(10));
  expect(whole).toEqual(draw(events));
  expect([read?.length, whole?.steps.get('ask')?.trace.length]).toEqual([8, 20]);
});
