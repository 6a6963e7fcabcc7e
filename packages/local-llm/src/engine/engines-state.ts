import type { ProblemData } from '@jacquard/flow';
import type { EngineName, GraphicsEngine } from './engine-choice.ts';
import type { RememberedTrial } from './engine-record.ts';

/** An engine for a graphics processor, and how far it has come here. */
export interface EngineItem {
  readonly name: GraphicsEngine;
  readonly state: 'absent' | 'fetching' | 'trying' | 'ready' | 'failed';
  /** About how many bytes it takes on the disk; 0 for one that comes with the program. */
  readonly size: number;
  /** While it is fetched: bytes that are on the disk. */
  readonly done?: number;
  readonly devices?: string[];
  /** How fast it wrote when it was tried, beside the processor, in tokens a second. */
  readonly speed?: { readonly graphics: number; readonly processor: number };
  readonly error?: ProblemData;
}

/** What models run on here, and could. */
export interface EnginesState {
  /** What the host uses, or would. */
  readonly using: EngineName;
  /** Why it isn't what a person chose. */
  readonly problem?: ProblemData;
  /** Graphics processors that were seen. */
  readonly graphics?: { readonly names: string[]; readonly lacksVulkan: boolean };
  /** Those that fit, the best one first, and others that are here. */
  readonly engines: readonly EngineItem[];
}

/** So much faster than the processor an engine must be, to be taken without being asked for. */
const leastGain = 0.5;

/** It works, but slower than the processor: nothing that one would want without saying so. */
export function isTooSlow({ speed }: Pick<RememberedTrial, 'speed'>): boolean {
  return speed !== undefined && speed.graphics < speed.processor * leastGain;
}
