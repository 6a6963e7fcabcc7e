import { Problem, type Language } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import { outcomeOf, type Runtime, type RunSink } from '@jacquard/runtime';
import type { Response } from 'express';
import { EventStream } from '../event-stream.ts';
import { problemDocument } from '../problem-document.ts';
import { ServerSentSink } from '../sse-sink.ts';
import { answerOfRun, problemOfRun } from './answer-of-run.ts';
import { sinkFromOutside } from './outside-view.ts';
import { TextSink } from './text-sink.ts';

/** A run that is followed as it happens, and from where on. */
export interface FollowedRun {
  readonly runId: string;
  readonly sessionId?: string | undefined;
  readonly format: 'events' | 'text';
  /** The last event that the reader has; undefined: it is new. */
  readonly after?: number | undefined;
  /** The reader comes back by itself, and is told how soon. */
  readonly comesBack?: boolean | undefined;
  readonly language: Language;
  /** Who reads may read the flow, too, and is told what goes on inside. */
  readonly seesInsides: boolean;
  /** The reader has left before the end. */
  gone(): void;
}

/**
 * Answers with a run as server-sent events. The first thing that is said is which run it is, as the id of an event: whoever comes back
 * with it goes on with this run. It ends with the run, or where that waits for a person.
 */
export function followRun({ main, descriptors }: Runtime, response: Response, run: FollowedRun): void {
  const { runId, sessionId, format, after = 0, comesBack, gone, seesInsides } = run;
  const stream = new EventStream(response);
  if (comesBack === true) stream.write('retry: 1000\n');
  const idOf = (seq: number): string => `${runId}:${seq}`;
  const place = idOf(after);
  const begin = { runId, ...(sessionId !== undefined && { sessionId }) };
  if (format === 'text') stream.send('run', begin, place);
  else stream.write(`id: ${place}\n\n`);
  const text = (): RunSink => {
    const end = (event: RunEnd): void => sayEnd(stream, run, event, idOf(event.seq));
    return new TextSink(stream, { descriptors, isAgain: run.after !== undefined, end });
  };
  const events = (): RunSink => {
    const sink = new ServerSentSink(stream, idOf);
    return seesInsides ? sink : sinkFromOutside(sink, descriptors, after);
  };
  const sink = format === 'text' ? text() : events();
  const counted = countEvents(sink);
  const watch = main.runs.watch(runId, format === 'events' && seesInsides ? after : 0, counted.sink);
  const left = new AbortController();
  stream.onDrain(() => watch.resume());
  stream.onClose((isDone) => {
    left.abort(new Problem('cancelled'));
    watch.stop();
    if (!isDone) gone();
  });
  outcomeOf(main.runs, runId, left.signal).then(
    async (outcome) => {
      if (outcome.status !== 'paused') return;
      const { lastSeq } = await main.runs.get(runId);
      counted.atSeq(Math.max(lastSeq, after), () => {
        if (format === 'text') stream.send('paused', answerOfRun(outcome, sessionId), idOf(lastSeq));
        stream.end();
      });
    },
    () => undefined, // the reader has left, or the run goes on elsewhere later
  );
}

type RunEnd = Extract<RunEvent, { type: 'run-end' }>;

function sayEnd(stream: EventStream, { runId, sessionId, language }: FollowedRun, event: RunEnd, id: string): void {
  const { status, outputs, skipped = [], error, usage = {} } = event;
  if (status !== 'completed')
    return stream.send('problem', problemDocument(problemOfRun({ runId, status, error }).toData(), language), id);
  stream.send('done', answerOfRun({ runId, status, stored: outputs, skipped, error, usage }, sessionId), id);
}

/** A sink that tells when an event has been given. */
function countEvents(sink: RunSink): { sink: RunSink; atSeq(seq: number, callback: () => void): void } {
  let given = 0;
  let awaited: { seq: number; callback: () => void } | undefined;
  const check = (): void => {
    if (awaited === undefined || given < awaited.seq) return;
    const { callback } = awaited;
    awaited = undefined;
    callback();
  };
  return {
    sink: {
      events(events) {
        sink.events(events);
        given = events.at(-1)?.seq ?? given;
        check();
      },
      transients: (events) => sink.transients(events),
      isFull: () => sink.isFull(),
      stalled: (problem) => sink.stalled(problem),
      end: () => sink.end(),
    },
    atSeq(seq, callback) {
      awaited = { seq, callback };
      check();
    },
  };
}
