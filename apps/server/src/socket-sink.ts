import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { socketEvents } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import type { Socket } from 'socket.io';

/** Packets that may wait for one connection before it is given nothing more. */
const mostWaiting = 32;

/** Gives a run to one connection. Full while the connection has packets waiting that its client hasn't taken. */
export class SocketSink implements RunSink {
  readonly #socket: Socket;
  readonly #runId: string;
  readonly #ended: () => void;

  constructor(socket: Socket, runId: string, ended: () => void) {
    this.#socket = socket;
    this.#runId = runId;
    this.#ended = ended;
  }

  events(events: readonly RunEvent[]): void {
    this.#socket.emit(socketEvents.runEvents, { runId: this.#runId, events });
  }

  transients(frames: readonly TransientEvent[]): void {
    this.#socket.emit(socketEvents.runDeltas, { runId: this.#runId, frames });
  }

  isFull(): boolean {
    return waitingPackets(this.#socket) > mostWaiting;
  }

  end(): void {
    this.#ended();
  }
}

/** Packets that the connection hasn't handed to the operating system yet. */
function waitingPackets(socket: Socket): number {
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: readonly unknown[] }; // boundary: engine.io's own buffer, private in its types
  return writeBuffer.length;
}
