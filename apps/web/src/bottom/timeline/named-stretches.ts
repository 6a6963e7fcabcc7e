import type { CriticalPath, CriticalStretch } from '@jacquard/canvas';

/** Nodes that the sentence names. */
const mostNamed = 5;
/** Of the run's time: shorter stretches are left out. */
const leastShare = 0.01;

/** The stretches of a critical path that are worth naming, in order: the longest few; at least one. */
export function namedStretches({ stretches, length }: CriticalPath): readonly CriticalStretch[] {
  const ranked = stretches.toSorted((a, b) => b.time - a.time).slice(0, mostNamed);
  const named = new Set(ranked.filter(({ time }, index) => index === 0 || time >= leastShare * length));
  return stretches.filter((stretch) => named.has(stretch));
}

/** The part of the run's time that the steps of its critical path took, from 0 to 1. */
export function criticalShare({ time, length }: CriticalPath): number {
  return length > 0 ? Math.min(1, time / length) : 1;
}
