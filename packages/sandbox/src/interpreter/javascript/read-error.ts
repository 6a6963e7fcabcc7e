import type { EndReply } from '../../process/reply.ts';

const longestStack = 100_000;
const ownLine = /(?:code|test)\.js:(\d+)/;

/** Reads what the prelude tells of an error, and keeps it short; undefined when there wasn't even memory to tell it. */
export function readError(told: string | undefined): EndReply['error'] {
  if (told === undefined) return undefined;
  try {
    const { name, message, stack } = JSON.parse(told) as Record<string, unknown>; // boundary: looked at below
    const way = typeof stack === 'string' ? stack.slice(0, longestStack) : '';
    const line = Number(ownLine.exec(way)?.[1]);
    const trace = way
      .split('\n')
      .filter((part) => part.includes('.js:'))
      .join('\n');
    return {
      name: String(name).slice(0, 200),
      message: String(message).slice(0, 20_000),
      ...(Number.isSafeInteger(line) && { line }),
      ...(trace !== '' && { trace: trace.slice(0, 20_000) }),
    };
  } catch {
    return { name: 'Error', message: 'it could not be read' };
  }
}
