import { totalmem } from 'node:os';
import { Problem } from '@jacquard/flow';

/** Memory of the machine, in bytes. */
export interface MemoryReading {
  /** What programs may have in all: the machine's, or the container's. */
  readonly total: number;
  /** What could be taken now. */
  readonly available: number;
}

/** Left to everything else on the machine. */
const headroom = 256 * 1024 * 1024;
/** Most of all memory that contexts of one model may take, and most at all. */
const contextShare = 1 / 8;
const mostForContexts = 2 * 1024 ** 3;

/** Reads it of the system: within a container, of that. */
export function readMemory(): MemoryReading {
  const bound = process.constrainedMemory();
  const total = bound > 0 && bound < totalmem() ? bound : totalmem();
  return { total, available: Math.min(process.availableMemory(), total) };
}

/** Throws `model-memory-short` when so much can't be had; the server adds which models would fit. */
export function requireMemory(needed: number, { available }: MemoryReading): void {
  const free = Math.max(0, available - headroom);
  if (needed <= free) return;
  throw new Problem('model-memory-short', { needed, free }, { kind: 'operational' });
}

/** What contexts of one model may take in all. */
export function contextBudget({ total }: MemoryReading): number {
  return Math.min(mostForContexts, total * contextShare);
}
