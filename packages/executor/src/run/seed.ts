import type { NodePlan } from '../plan/plan.ts';
import type { Values } from '../schedule/run-state.ts';

/**
 * The seed of an attempt: the one given in the input `seed`, mixed with the sample index so that samples differ, or one
 * that is drawn. A further attempt gets another one: the same would fail in the same way. Pure steps have none.
 */
export function drawSeed(
  { random }: { random(): number },
  node: NodePlan,
  inputs: Values,
  sample: number,
  attempt: number,
): number | undefined {
  if (node.descriptor.determinism === 'pure') return undefined;
  const given = inputs['seed'];
  if (typeof given !== 'number') return Math.floor(random() * 2 ** 31);
  return mix(mix(Math.trunc(given), sample), attempt - 1);
}

/** A 31-bit number; index 0 leaves the seed as it is (the finaliser of MurmurHash3, Appleby 2011). */
function mix(seed: number, index: number): number {
  if (index === 0) return seed;
  let bits = (seed ^ Math.imul(index, 0x9e3779b1)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 1;
}
