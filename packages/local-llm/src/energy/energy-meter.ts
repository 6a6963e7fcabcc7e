import { createUseHistory } from './use-history.ts';

/** What one turn of work took: wall time in milliseconds, and the threads that worked all along. */
interface MeasuredTurn {
  readonly milliseconds: number;
  readonly threads: number;
}

/** The machine's own counters at one moment: both grow, from any beginning. */
export interface MachineReading {
  /** What its processors took, in joules, idle cores included. */
  readonly joules: number;
  /** How long its cores worked, in seconds, for all programs together. */
  readonly busySeconds: number;
}

/** What a meter reads. */
export interface EnergyMeterOptions {
  /** Processor time of this process so far, in seconds. */
  readonly readOwnSeconds: () => number;
  /** The machine's counters; undefined where they can't be read. */
  readonly readCounter?: (() => MachineReading | undefined) | undefined;
  /** What the graphics processors take now, in watts; undefined where nothing tells. */
  readonly readGraphics?: (() => number | undefined) | undefined;
  /** What a busy core takes where the machine doesn't tell, in watts. */
  readonly watts: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Tells what work took of energy, turn by turn. */
export interface EnergyMeter {
  /**
   * The share of a turn that has just ended, in watt-hours. No turn is charged for more processor time than this process used
   * while it lasted, nor all together for more than it used.
   */
  turn(turn: MeasuredTurn): number;
  /** Whether shares stand on a stated wattage, for nothing was measured. */
  readonly isEstimated: boolean;
}

/** The shortest time that two readings of the machine's counters are apart, in milliseconds: they move by jumps. */
const shortestWindow = 250;
/** The longest: beyond it the machine mostly idled, and what idle cores take is no turn's. */
const longestWindow = 2_000;
const secondsInHour = 3_600;

/**
 * Shares energy over turns of work. A turn is charged for the core-seconds that it worked, at what a busy core takes: the
 * machine's energy ÷ its busy core-seconds, measured over the last stretch of work, or else a stated wattage. What the
 * graphics processors take is charged by the turn's wall time.
 */
export function createEnergyMeter(options: EnergyMeterOptions): EnergyMeter {
  const { readOwnSeconds, readCounter, readGraphics, watts, now } = options;
  const readRate = createRateReader(readCounter ?? (() => undefined), now);
  const used = createUseHistory(readOwnSeconds, now);
  /** Seconds that turns were charged for. */
  let charged = 0;
  let isEstimated = true;
  return {
    turn({ milliseconds, threads }) {
      const { total, during } = used.look(milliseconds);
      const rate = readRate(milliseconds);
      const claimed = Math.max(0, Math.min((milliseconds / 1000) * threads, during, total - charged));
      charged += claimed;
      const graphics = readGraphics?.();
      isEstimated = rate === undefined || (readGraphics !== undefined && graphics === undefined);
      const joules = claimed * (rate ?? watts) + (milliseconds / 1000) * (graphics ?? 0);
      return joules / secondsInHour;
    },
    get isEstimated() {
      return isEstimated;
    },
  };
}

/** What a busy core took of late, in watts; undefined until it could be measured, and where it can't. */
function createRateReader(
  readCounter: () => MachineReading | undefined,
  now: () => number,
): (turn: number) => number | undefined {
  let last = readCounter();
  let at = now();
  let rate: number | undefined;
  return (turn) => {
    const window = now() - at;
    if (window < shortestWindow) return rate;
    const next = readCounter();
    if (next && last && window <= Math.max(longestWindow, 2 * turn)) {
      const busy = next.busySeconds - last.busySeconds;
      if (busy > 0) rate = Math.max(0, next.joules - last.joules) / busy;
    }
    if (!next) rate = undefined;
    last = next;
    at = now();
    return rate;
  };
}
