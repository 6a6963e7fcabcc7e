import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { RunFeed } from './run-feed.ts';
import type { RunSink } from './run-sink.ts';

function eventAt(seq: number): RunEvent {
  return { seq, at: 0, type: 'step-skip', step: 's', node: 's', reason: 'disabled' };
}

function endAt(seq: number): RunEvent {
  return { seq, at: 0, type: 'run-end', status: 'completed', outputs: {}, duration: 1 };
}

function delta(offset: number, text: string): TransientEvent {
  return { type: 'delta', runId: 'r', step: 's', node: 's', attempt: 1, port: 'p', offset, text };
}

function recordingSink(): RunSink & {
  seqs: number[];
  texts: string[];
  full: boolean;
  ended: number;
  stalls: string[];
} {
  const sink = {
    seqs: [] as number[],
    texts: [] as string[],
    full: false,
    ended: 0,
    stalls: [] as string[],
    stalled: ({ code }: { code: string }) => void sink.stalls.push(code),
    events: (events: readonly RunEvent[]) => void sink.seqs.push(...events.map((event) => event.seq)),
    transients: (events: readonly TransientEvent[]) =>
      void sink.texts.push(...events.map((event) => (event.type === 'delta' ? `${event.offset}:${event.text}` : ''))),
    isFull: () => sink.full,
    end: () => void (sink.ended += 1),
  };
  return sink;
}

function feedOver(log: RunEvent[], snapshot: () => TransientEvent[] = () => []): RunFeed {
  const events = (_id: string, after: number, limit: number): Promise<RunEvent[]> =>
    new Promise((resolve) => setImmediate(resolve, log.filter((event) => event.seq > after).slice(0, limit)));
  return new RunFeed({ events, snapshot, failed: () => undefined });
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test('a watcher that joins late gets each event once, whatever is published while it reads', async () => {
  const log = [1, 2, 3].map(eventAt);
  const feed = feedOver(log);
  const sink = recordingSink();
  feed.watch('r', 1, sink);
  for (const seq of [4, 5, 6]) {
    log.push(eventAt(seq));
    feed.event('r', [eventAt(seq)]);
    await new Promise(setImmediate);
  }
  log.push(endAt(7));
  feed.event('r', [endAt(7)]);
  await settled();
  expect(sink.seqs).toEqual([2, 3, 4, 5, 6, 7]);
  expect(sink.ended).toBe(1);
});

test('an event published between the read and its answer is not lost', async () => {
  const log: RunEvent[] = [];
  const feed = feedOver(log);
  const sink = recordingSink();
  feed.watch('r', 0, sink);
  log.push(endAt(1));
  feed.event('r', [endAt(1)]);
  await settled();
  expect(sink.seqs).toEqual([1]);
});

test('a full sink is given nothing, and all of it once there is room', async () => {
  const log: RunEvent[] = [];
  const feed = feedOver(log, () => [delta(0, 'the text so far')]);
  const sink = recordingSink();
  const watch = feed.watch('r', 0, sink);
  await settled();
  sink.full = true;
  for (let seq = 1; seq <= 2_000; seq += 1) {
    log.push(eventAt(seq));
    feed.event('r', [eventAt(seq)]);
    feed.transient('r', delta(seq, 'x'));
  }
  await settled();
  expect(sink.seqs).toEqual([]);
  sink.full = false;
  watch.resume();
  await settled();
  expect(sink.seqs).toHaveLength(2_000);
  expect(sink.texts.at(-1)).toBe('0:the text so far');
});

test('a late watcher gets a snapshot, then pieces that follow each other are joined', async () => {
  const feed = feedOver([], () => [delta(0, 'Once')]);
  const sink = recordingSink();
  feed.watch('r', 0, sink);
  await settled();
  for (const [offset, text] of [
    [4, ' upon'],
    [9, ' a'],
    [11, ' time'],
  ] as const)
    feed.transient('r', delta(offset, text));
  await settled();
  expect(sink.texts.join('|').replaceAll(/\|?\d+:/g, '')).toBe('Once upon a time');
  expect(sink.texts.length).toBeLessThanOrEqual(3);
});

test('a stopped watch gives nothing more', async () => {
  const feed = feedOver([]);
  const sink = recordingSink();
  const watch = feed.watch('r', 0, sink);
  await settled();
  watch.stop();
  feed.event('r', [eventAt(1)]);
  feed.transient('r', delta(0, 'x'));
  await settled();
  expect(sink.seqs).toEqual([]);
  expect(sink.texts).toEqual([]);
});

test('a watcher of a run that stands still is told why, and gets what follows', async () => {
  const log = [eventAt(1)];
  const feed = feedOver(log);
  const sink = recordingSink();
  feed.watch('r', 0, sink);
  await settled();
  feed.stalled('r', { code: 'store-full', params: {}, kind: 'operational' });
  log.push(eventAt(2), endAt(3));
  feed.event('r', log.slice(1));
  await settled();
  expect([sink.stalls, sink.seqs, sink.ended]).toEqual([['store-full'], [1, 2, 3], 1]);
});
