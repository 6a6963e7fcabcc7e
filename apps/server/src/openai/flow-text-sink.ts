import { Problem, type ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import type { ChatFace, RunSink } from '@jacquard/runtime';

/**
 * The text of a flow's answer while its step writes it, in pieces that only ever add up. A step that is tried again writes anew: what it
 * repeats is passed over, and where it goes another way nothing more is sent until its end, which says so.
 */
export class FlowTextSink implements RunSink {
  readonly #source: ChatFace['source'];
  readonly #write: (piece: string) => void;
  readonly #isFull: () => boolean;
  #attempt = 0;
  /** What the present attempt has written. */
  #text = '';
  #sent = '';

  constructor(source: ChatFace['source'], write: (piece: string) => void, isFull: () => boolean) {
    this.#source = source;
    this.#write = write;
    this.#isFull = isFull;
  }

  transients(events: readonly TransientEvent[]): void {
    for (const event of events) {
      if (event.type !== 'delta' || event.step !== this.#source?.step || event.port !== this.#source.port) continue;
      if (event.attempt !== this.#attempt) this.#text = '';
      this.#attempt = event.attempt;
      // What was dropped while the reader was slow comes with the end.
      if (event.offset <= this.#text.length) this.#take(this.#text.slice(0, event.offset) + event.text);
    }
  }

  /** Sends what is still missing of the final text. Throws `answer-began-anew` when what was sent isn't how it begins. */
  finish(text: string): void {
    if (!text.startsWith(this.#sent)) {
      const rest = this.#sent.startsWith(text) ? this.#sent.slice(text.length) : '…';
      if (rest.trim() !== '') throw new Problem('answer-began-anew', {}, { kind: 'operational' });
      return;
    }
    this.#take(text);
  }

  isFull(): boolean {
    return this.#isFull();
  }

  events(_events: readonly RunEvent[]): void {}

  /** A run that stands still goes on, or its result says why not. */
  stalled(_problem: ProblemData): void {}

  end(): void {}

  #take(text: string): void {
    this.#text = text;
    if (text.length <= this.#sent.length || !text.startsWith(this.#sent)) return;
    const piece = text.slice(this.#sent.length);
    this.#sent = text;
    this.#write(piece);
  }
}
