import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';

/** Opens a websocket with these headers, ended with its test. */
export function connectSocket(url: string, headers: Readonly<Record<string, string>>): Promise<Socket | 'refused'> {
  const extraHeaders = { ...headers };
  const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
  onTestFinished(() => void socket.close());
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', () => resolve('refused'));
  });
}
