import type { Descriptors, ProblemData } from '@jacquard/flow';
import type { DeltaFrame, RunEvent, TransientEvent } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import type { EventStream } from '../event-stream.ts';
import { outputSources } from './output-sources.ts';
import { SentText, type TextPiece } from './sent-text.ts';

type RunEnd = Extract<RunEvent, { type: 'run-end' }>;

export interface TextSinkOptions {
  readonly descriptors: Descriptors;
  /** The reader was here before, and has some of the texts. */
  readonly isAgain: boolean;
  /** Says how the run ended. */
  end(event: RunEnd): void;
}

/** Writes the texts that a flow gives, as they are written, by the ids of its outputs: the deltas of an output are its source's. */
export class TextSink implements RunSink {
  readonly #stream: EventStream;
  readonly #options: TextSinkOptions;
  /** Ids of outputs by the port that they show. */
  #outputs: ReadonlyMap<string, readonly string[]> = new Map();
  readonly #sent = new Map<string, SentText>();

  constructor(stream: EventStream, options: TextSinkOptions) {
    this.#stream = stream;
    this.#options = options;
  }

  events(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type === 'run-start') this.#outputs = outputSources(event.flow, this.#options.descriptors);
      if (event.type === 'step-end' && event.step === event.node)
        for (const [port, value] of Object.entries(event.outputs)) this.#final(`${event.node}.${port}`, value);
      if (event.type === 'run-end') this.#end(event);
    }
  }

  transients(events: readonly TransientEvent[]): void {
    for (const event of events) if (event.type === 'delta' && event.step === event.node) this.#piece(event);
  }

  isFull(): boolean {
    return this.#stream.isFull;
  }

  stalled(problem: ProblemData): void {
    this.#stream.send('stalled', problem);
  }

  end(): void {
    this.#stream.end();
  }

  #piece({ node, port, attempt, offset, text }: DeltaFrame): void {
    for (const output of this.#outputs.get(`${node}.${port}`) ?? [])
      this.#say(output, this.#sentOf(output).piece(String(attempt), offset, text));
  }

  #final(address: string, value: unknown): void {
    if (typeof value !== 'string') return;
    for (const output of this.#outputs.get(address) ?? []) this.#say(output, this.#sentOf(output).final(value));
  }

  #end(event: RunEnd): void {
    for (const [output, value] of Object.entries(event.outputs))
      if (typeof value === 'string') this.#say(output, this.#sentOf(output).final(value));
    this.#options.end(event);
  }

  #say(output: string, piece: TextPiece | undefined): void {
    if (piece !== undefined) this.#stream.send('text', { output, ...piece });
  }

  #sentOf(output: string): SentText {
    const sent = this.#sent.get(output) ?? new SentText(this.#options.isAgain);
    this.#sent.set(output, sent);
    return sent;
  }
}
