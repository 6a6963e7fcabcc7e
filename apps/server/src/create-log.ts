import type { LogLine } from '@jacquard/runtime';
import { pino, stdSerializers } from 'pino';
import { currentRequestId } from './request-context.ts';

/**
 * Structured lines on the error stream, so that the standard output stays free. An error is written with its code, its params'
 * names and its stack; params may hold what people wrote.
 */
export function createLog(level: string): LogLine {
  const log = pino(
    { level, base: null, serializers: { error: describeError }, mixin: ofRequest },
    pino.destination({ fd: 2, sync: false }),
  );
  return (severity, message, details) => log[severity](details, message);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, stack } = stdSerializers.err(error);
  const code = 'code' in error ? error.code : undefined;
  const frames = stack.slice(stack.indexOf('\n    at ') + 1);
  return { type, code, stack: frames };
}

/** Lines that a request caused name it. */
function ofRequest(): object {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}
