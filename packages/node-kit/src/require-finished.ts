import { Problem } from '@jacquard/flow';
import type { CodeOutcome } from './sandbox-service.ts';

/** Throws what kept the code from its end: `code-failed`, `code-timed-out`, `code-out-of-memory`, `code-crashed`. */
export function requireFinished(
  { ended, error }: Pick<CodeOutcome, 'ended' | 'error'>,
  { time, memory }: { readonly time: number; readonly memory: number },
): void {
  switch (ended) {
    case 'finished':
      return;
    case 'failed': {
      const { name = 'Error', message = '', line } = error ?? {};
      throw new Problem('code-failed', { name, message: message.slice(0, 1000), ...(line !== undefined && { line }) });
    }
    case 'timed-out':
      throw new Problem('code-timed-out', { seconds: time / 1000 });
    case 'out-of-memory':
      throw new Problem('code-out-of-memory', { bytes: memory });
    default:
      throw new Problem('code-crashed');
  }
}
