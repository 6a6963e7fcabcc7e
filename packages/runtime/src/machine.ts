import { hash } from 'node:crypto';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Machine } from '@jacquard/protocol';

/** What models have to run on here; in a container, what the container may have. */
export function describeMachine(): Machine {
  const allowed = process.constrainedMemory();
  const total = totalmem();
  return {
    processor: cpus()[0]?.model.trim() ?? process.arch,
    cores: availableParallelism(),
    totalMemory: allowed > 0 ? Math.min(total, allowed) : total,
    freeMemory: process.availableMemory(),
  };
}

/** Tells machines apart as far as their speed goes: what was measured on another says nothing of this one. */
export function machineId(): string {
  const { processor, cores, totalMemory } = describeMachine();
  const gigabytes = Math.round(totalMemory / 2 ** 30);
  return hash('sha256', [process.platform, process.arch, processor, cores, gigabytes].join('\n')).slice(0, 16);
}
