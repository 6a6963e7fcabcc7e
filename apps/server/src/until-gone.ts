import { Problem } from '@jacquard/flow';
import type { Response } from 'express';

/** Ends what a caller waits for once it has hung up. */
export function untilGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => response.writableFinished || gone.abort(new Problem('cancelled')));
  return gone.signal;
}
