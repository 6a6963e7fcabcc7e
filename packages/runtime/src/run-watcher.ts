import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { FrameBuffer } from './frame-buffer.ts';
import type { RunSink, RunWatch } from './run-sink.ts';
import { TextPositions } from './text-positions.ts';

/** Milliseconds between two frames of texts to one watcher; the first one goes at once. */
const frameInterval = 16;
/** Milliseconds after which a full sink is asked again, should it never call `resume`. */
const retryInterval = 250;
/** Events read at once, and given at once: each may hold values of 64 KiB. */
const pageSize = 100;
const sliceSize = 10;

export interface WatcherSources {
  /** Events of the log after `seq`, at most `limit`. */
  events(after: number, limit: number): Promise<readonly RunEvent[]>;
  snapshot(): readonly TransientEvent[];
  /** Called once when the watch is over, however that came about. */
  release(): void;
  /** The log can't be read: the watch is over. */
  failed(error: unknown): void;
}

/**
 * One watcher of one run: a position in the log. While it keeps up it is handed events as they are published; when its sink
 * is full it holds nothing, and reads the log from its position on once there is room. So each event arrives exactly once, and
 * a watcher that never reads costs a few bytes.
 */
export class RunWatcher implements RunWatch {
  readonly #sink: RunSink;
  readonly #sources: WatcherSources;
  readonly #frames = new FrameBuffer();
  readonly #positions = new TextPositions();
  #seq: number;
  #isLive = false;
  #isReading = false;
  /** Something was published since the log was last read. */
  #isStale = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #lastFrameAt = 0;

  constructor(sink: RunSink, after: number, sources: WatcherSources) {
    this.#sink = sink;
    this.#seq = after;
    this.#sources = sources;
    this.#catchUp();
  }

  /** Durable events as they are published. */
  published(events: readonly RunEvent[]): void {
    if (this.#isStopped) return;
    const fresh = events.filter((event) => event.seq > this.#seq);
    if (fresh.length === 0) return;
    const follows = fresh[0]?.seq === this.#seq + 1;
    if (!this.#isLive || !follows || this.#sink.isFull()) return this.#fallBehind();
    this.#flush();
    this.#give(fresh);
  }

  transient(event: TransientEvent): void {
    if (this.#isStopped || !this.#isLive) return;
    this.#frames.add(event);
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#lastFrameAt + frameInterval - performance.now());
    if (wait === 0 && !this.#sink.isFull()) this.#flush();
    else this.#schedule(wait);
  }

  stalled(problem: ProblemData): void {
    if (!this.#isStopped) this.#sink.stalled(problem);
  }

  resume(): void {
    if (!this.#isStopped && !this.#isLive) this.#catchUp();
  }

  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#sources.release();
  }

  #fallBehind(): void {
    this.#isLive = false;
    this.#isStale = true;
    this.#catchUp();
  }

  #catchUp(): void {
    if (this.#isReading || this.#isStopped) return;
    this.#isReading = true;
    this.#read().catch((error: unknown) => {
      this.#sources.failed(error);
      this.stop();
    });
  }

  async #read(): Promise<void> {
    try {
      while (!this.#isStopped) {
        if (this.#sink.isFull()) return this.#schedule(retryInterval);
        this.#isStale = false;
        const events = await this.#sources.events(this.#seq, pageSize);
        if (this.#isStopped) return;
        const fresh = events.filter((event) => event.seq > this.#seq);
        if (fresh.length > 0) this.#giveInSlices(fresh);
        else if (!this.#isStale) return this.#goLive();
      }
    } finally {
      this.#isReading = false;
    }
  }

  #goLive(): void {
    this.#isLive = true;
    this.#frames.overflow();
    this.#flush();
  }

  /** Stops where the sink is full; the rest is read again. */
  #giveInSlices(events: readonly RunEvent[]): void {
    for (let at = 0; at < events.length && !this.#sink.isFull(); at += sliceSize)
      this.#give(events.slice(at, at + sliceSize));
  }

  #give(events: readonly RunEvent[]): void {
    this.#seq = events.at(-1)?.seq ?? this.#seq;
    this.#positions.forget(events);
    this.#sink.events(events);
    if (events.at(-1)?.type !== 'run-end') return;
    this.stop();
    this.#sink.end();
  }

  #flush(): void {
    if (this.#frames.overflowed) return this.#catchUpTexts();
    this.#giveFrames(this.#frames.take());
  }

  /** Frames were dropped: goes on where the texts stopped, a piece at a time. */
  #catchUpTexts(): void {
    const { frames, isAll } = this.#positions.next(this.#sources.snapshot());
    this.#frames.overflowed = !isAll;
    this.#giveFrames(frames);
    if (!isAll) this.#schedule(frameInterval);
  }

  #giveFrames(frames: readonly TransientEvent[]): void {
    if (frames.length === 0) return;
    this.#positions.note(frames);
    this.#lastFrameAt = performance.now();
    this.#sink.transients(frames);
  }

  #schedule(wait: number): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (!this.#isLive) this.#catchUp();
      else if (this.#sink.isFull()) this.#schedule(retryInterval);
      else this.#flush();
    }, wait);
  }
}
