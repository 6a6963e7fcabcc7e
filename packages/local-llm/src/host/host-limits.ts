import { Problem } from '@jacquard/flow';
import type { HostQuestion } from './host-request.ts';

/** How many requests may be asked of the host at once. */
export interface HostLimits {
  /** Of one run. */
  readonly perRun: number;
  readonly inAll: number;
}

const generous: HostLimits = { perRun: 256, inAll: 1024 };

/**
 * Throws `model-busy` when a request would be one too many: it would wait for very long, and all of them take memory.
 *
 * @param pending - what is asked already
 */
export function requireRoom(
  question: HostQuestion,
  pending: readonly { readonly run: string }[],
  { perRun, inAll }: HostLimits = generous,
): void {
  if (pending.length >= inAll) throw new Problem('model-busy', { waiting: pending.length }, { kind: 'operational' });
  if (!('run' in question) || question.run === '') return;
  const own = pending.filter(({ run }) => run === question.run).length;
  if (own >= perRun) throw new Problem('model-busy', { waiting: own }, { kind: 'operational' });
}
