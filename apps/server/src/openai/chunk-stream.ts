import type { Language, ProblemData } from '@jacquard/flow';
import type { Response } from 'express';
import { drained } from '../drained.ts';
import { eventStreamHeaders, takeStreamRoom } from '../event-stream.ts';
import { openAiError } from './open-ai-error.ts';

/** Milliseconds without a piece after which a comment is sent, so that nobody on the way takes the connection for dead. */
const keepAliveInterval = 15_000;

/**
 * A stream of server-sent events as OpenAI sends them: objects as `data`, `[DONE]` at the end. It begins with its first piece: what goes
 * wrong before is an answer with a status of its own. A reader who stops reading is let go of as every stuck connection is.
 */
export class ChunkStream {
  readonly #response: Response;
  readonly #keepAlive: NodeJS.Timeout;
  #isFull = false;

  /** Throws `too-many-streams`. */
  constructor(response: Response) {
    takeStreamRoom(response);
    this.#response = response;
    this.#keepAlive = setInterval(() => {
      if (!this.#isFull) this.#write(': waiting\n\n');
    }, keepAliveInterval);
    response.on('close', () => clearInterval(this.#keepAlive));
  }

  get hasBegun(): boolean {
    return this.#response.headersSent;
  }

  isFull(): boolean {
    return this.#isFull;
  }

  /** Resolves when there is room again, or the reader has left. */
  async room(): Promise<void> {
    if (this.#isFull && !this.#response.closed) await drained(this.#response);
  }

  onRoom(listener: () => void): void {
    this.#response.on('drain', listener);
  }

  send(chunk: object): void {
    this.#write(`data: ${JSON.stringify(chunk)}\n\n`);
  }

  end(): void {
    this.#write('data: [DONE]\n\n');
    this.#finish();
  }

  /** Ends a stream that has begun with what went wrong, as OpenAI's clients throw it. */
  fail(problem: ProblemData, language: Language): void {
    this.send(openAiError(problem, language).body);
    this.#finish();
  }

  #finish(): void {
    clearInterval(this.#keepAlive);
    this.#response.end();
  }

  #write(text: string): void {
    const response = this.#response;
    if (response.writableEnded || response.destroyed) return;
    if (!response.headersSent) response.status(200).set(eventStreamHeaders);
    if (response.write(text) || this.#isFull) return;
    this.#isFull = true;
    response.once('drain', () => (this.#isFull = false));
  }
}
