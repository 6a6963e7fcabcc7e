import type { DeltaFrame } from '@jacquard/protocol';

/** Pieces that come within this many milliseconds travel as one frame; the first one travels at once. */
const frameTime = 16;
/** A frame that holds this many UTF-16 code units travels at once. */
const frameSize = 2048;

/** Names the step that a text belongs to. */
interface TextOwner {
  readonly path: string;
  readonly node: { readonly id: string };
  readonly attempt: number;
}

interface PortText {
  readonly owner: TextOwner;
  readonly attempt: number;
  readonly port: string;
  text: string;
  sent: number;
}

/**
 * The texts of a run's steps while they run. Joins pieces into frames, whose offsets count UTF-16 code units; keeps the
 * whole text of each running step's ports, so that a watcher who joins can be told what stands there.
 */
export interface TextStream {
  push(owner: TextOwner, port: string, piece: string): void;
  /** Sends what is left of a step's texts, and forgets them. */
  end(owner: TextOwner): void;
  /** All texts of the steps that run, from offset 0. */
  snapshot(): readonly DeltaFrame[];
  close(): void;
}

/** `send` gets the frames of all steps; several pieces of a port in a short while are one frame. */
export function createTextStream(runId: string, send: (frame: DeltaFrame) => void): TextStream {
  const texts = new Map<string, Map<string, PortText>>();
  const unsent = new Set<PortText>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const frame = ({ owner, attempt, port }: PortText, offset: number, text: string): DeltaFrame => {
    return { type: 'delta', runId, step: owner.path, node: owner.node.id, attempt, port, offset, text };
  };
  const flush = (text: PortText): void => {
    unsent.delete(text);
    if (text.sent >= text.text.length) return;
    const offset = text.sent;
    text.sent = text.text.length;
    send(frame(text, offset, text.text.slice(offset)));
  };
  const flushAll = (): void => {
    timer = undefined;
    for (const text of unsent) flush(text);
  };
  const find = (owner: TextOwner, port: string): PortText => {
    const ports = texts.get(owner.path) ?? new Map<string, PortText>();
    texts.set(owner.path, ports);
    const known = ports.get(port);
    if (known?.attempt === owner.attempt) return known;
    const created = { owner, attempt: owner.attempt, port, text: '', sent: 0 };
    ports.set(port, created);
    return created;
  };
  return {
    push: (owner, port, piece) => {
      if (piece === '') return;
      const text = find(owner, port);
      text.text += piece;
      if (text.sent === 0 || text.text.length - text.sent >= frameSize) {
        flush(text);
        return;
      }
      unsent.add(text);
      timer ??= setTimeout(flushAll, frameTime);
    },
    end: (owner) => {
      const ports = texts.get(owner.path);
      if (ports === undefined) return;
      for (const text of ports.values()) flush(text);
      texts.delete(owner.path);
    },
    snapshot: () => {
      return [...texts.values()].flatMap((ports) => [...ports.values()].map((text) => frame(text, 0, text.text)));
    },
    close: () => clearTimeout(timer),
  };
}
