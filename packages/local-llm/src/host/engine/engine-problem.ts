import { Problem } from '@jacquard/flow';
import { InsufficientMemoryError } from 'node-llama-cpp';

/** The engine's error as a problem. */
export function engineProblem(error: unknown, code: string): Problem {
  if (Problem.is(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const isShort = error instanceof InsufficientMemoryError;
  return new Problem(isShort ? 'model-memory-short' : code, { reason }, { kind: 'operational', cause: error });
}
