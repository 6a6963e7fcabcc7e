import type { ProblemData } from '@jacquard/flow';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { socketEvents } from '@jacquard/protocol';
import type { RunSink } from '@jacquard/runtime';
import type { Socket } from 'socket.io';

/** What may wait for one connection before it is given nothing more: packets, and characters or bytes of them. */
const most = { packets: 32, size: 262_144 };

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
    const { packets, size } = waiting(this.#socket);
    return packets > most.packets || size > most.size;
  }

  stalled(problem: ProblemData): void {
    this.#socket.emit(socketEvents.runStalled, { runId: this.#runId, problem });
  }

  end(): void {
    this.#ended();
  }
}

/** engine.io's own state, private in its types. */
interface Connection {
  readonly writeBuffer: readonly { readonly data?: string | Uint8Array }[];
  /** A websocket counts what the operating system hasn't taken yet. */
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
}

/** What the connection hasn't handed to the operating system. */
function waiting(socket: Socket): { packets: number; size: number } {
  const { writeBuffer, transport } = socket.conn as unknown as Connection; // boundary: as above
  const waitingHere = writeBuffer.slice(0, most.packets + 1).reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  return { packets: writeBuffer.length, size: waitingHere + (transport.socket?.bufferedAmount ?? 0) };
}
