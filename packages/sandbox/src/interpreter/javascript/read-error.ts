import type { EndReply } from '../../process/reply.ts';

/** Reads what the prelude tells of an error, and keeps it short; undefined when there wasn't even memory to tell it. */
export function readError(told: string | undefined): EndReply['error'] {
  if (told === undefined) return undefined;
  try {
    const { name, message, line, trace } = JSON.parse(told) as Record<string, unknown>; // boundary: looked at below
    return {
      name: String(name).slice(0, 200),
      message: String(message).slice(0, 20_000),
      ...(typeof line === 'number' && Number.isSafeInteger(line) && line >= 0 && { line }),
      ...(typeof trace === 'string' && trace !== '' && { trace: trace.slice(0, 20_000) }),
    };
  } catch {
    return { name: 'Error', message: 'it could not be read' };
  }
}
