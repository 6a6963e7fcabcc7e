import type { IncomingMessage } from 'node:http';
import type { Credentials } from '@jacquard/runtime';

/**
 * The name of the cookie that holds a sign-in. Browsers send the cookies of a host to all of its ports: the port in the name keeps
 * two Jacquards of one machine apart.
 */
export function cookieName({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return `jacquard-${socket.localPort ?? 0}`;
}

/** What a request shows: a key (`Authorization: Bearer`), else the cookie of a sign-in. */
export function credentialsOf(request: IncomingMessage): Credentials {
  const [, key] = /^bearer\s*(.*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (key !== undefined) return { key: key.trim() };
  return { token: cookieOf(request.headers.cookie ?? '', cookieName(request)) };
}

function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split(/=(.*)/s, 2);
    if (key === name && value !== undefined && /^[\w-]{1,100}$/.test(value)) return value;
  }
  return undefined;
}
