import type { TransientEvent } from '@jacquard/protocol';

/** Characters that wait for one watcher at most; beyond, they are read from a snapshot later. */
const mostCharacters = 65_536;

/**
 * Joins the texts and progress that came since the last flush. Bounded: when more waits than a snapshot costs, all is dropped
 * and `overflowed` says that a snapshot is due.
 */
export class FrameBuffer {
  #frames: TransientEvent[] = [];
  #characters = 0;
  overflowed = false;

  add(frame: TransientEvent): void {
    if (this.overflowed) return;
    if (frame.type === 'step-progress') this.#addProgress(frame);
    else this.#addDelta(frame);
    if (this.#characters > mostCharacters || this.#frames.length > 1_000) this.overflow();
  }

  /** Drops what waits; a snapshot is due. */
  overflow(): void {
    this.take();
    this.overflowed = true;
  }

  take(): readonly TransientEvent[] {
    const frames = this.#frames;
    this.#frames = [];
    this.#characters = 0;
    return frames;
  }

  #addProgress(frame: TransientEvent & { type: 'step-progress' }): void {
    const isOfStep = (other: TransientEvent): other is typeof frame =>
      other.type === 'step-progress' && other.step === frame.step;
    const before = this.#frames.find((other) => isOfStep(other) && other.attempt === frame.attempt);
    this.#frames = this.#frames.filter((other) => !isOfStep(other));
    this.#frames.push({ ...before, ...frame });
  }

  #addDelta(frame: TransientEvent & { type: 'delta' }): void {
    this.#characters += frame.text.length;
    const index = this.#frames.findLastIndex(
      (other) => other.type === 'delta' && other.step === frame.step && other.port === frame.port,
    );
    const last = this.#frames[index];
    const follows =
      last?.type === 'delta' && last.attempt === frame.attempt && last.offset + last.text.length === frame.offset;
    if (follows) this.#frames[index] = { ...last, text: last.text + frame.text };
    else this.#frames.push(frame);
  }
}
