import type { Socket } from 'socket.io';

let open = 0;

/** Counts a connection of the websocket until it ends. */
export function countSocket(socket: Socket): void {
  open += 1;
  socket.once('disconnect', () => (open -= 1));
}

/** Connections of the websocket that are open now. */
export function countSockets(): number {
  return open;
}
