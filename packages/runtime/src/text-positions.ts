import type { RunEvent, TransientEvent } from '@jacquard/protocol';

/** Characters of a text that are given at once to a watcher who is behind. */
const pieceSize = 65_536;

/**
 * How much of each running step's texts one watcher has been given. A watcher who fell behind goes on from there, piece by
 * piece, instead of being handed a long text anew each time.
 */
export class TextPositions {
  readonly #given = new Map<string, { readonly step: string; readonly attempt: number; readonly length: number }>();

  /** These frames were given. */
  note(frames: readonly TransientEvent[]): void {
    for (const frame of frames) {
      if (frame.type !== 'delta') continue;
      const { step, port, attempt, offset, text } = frame;
      this.#given.set(`${step}\0${port}`, { step, attempt, length: offset + text.length });
    }
  }

  /** Steps that have ended are written no more. */
  forget(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type !== 'step-end' && event.type !== 'step-error') continue;
      for (const [key, { step }] of this.#given) if (step === event.step) this.#given.delete(key);
    }
  }

  /** What comes next of a snapshot, and whether that is all of it. */
  next(snapshot: readonly TransientEvent[]): { frames: readonly TransientEvent[]; isAll: boolean } {
    const frames: TransientEvent[] = [];
    let room = pieceSize;
    let isAll = true;
    for (const frame of snapshot) {
      const piece = frame.type === 'delta' ? this.#pieceOf(frame, room) : frame;
      if (piece?.type === 'delta') {
        room -= piece.text.length;
        isAll &&= piece.offset + piece.text.length === (frame.type === 'delta' ? frame.text.length : 0);
      }
      if (piece !== undefined) frames.push(piece);
    }
    return { frames, isAll };
  }

  #pieceOf(frame: TransientEvent & { type: 'delta' }, room: number): TransientEvent | undefined {
    const given = this.#given.get(`${frame.step}\0${frame.port}`);
    const offset = given?.attempt === frame.attempt ? given.length : 0;
    if (given !== undefined && offset === frame.text.length) return undefined;
    return { ...frame, offset, text: frame.text.slice(offset, offset + Math.max(0, room)) };
  }
}
