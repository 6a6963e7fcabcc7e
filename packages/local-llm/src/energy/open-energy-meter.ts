import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createEnergyMeter, type EnergyMeter } from './energy-meter.ts';
import { createGraphicsPower } from './graphics-power.ts';
import { createRaplCounter } from './rapl-counter.ts';
import { wattsPerCore } from './watts-per-core.ts';

/** What a meter of this process is opened for. */
export interface OpenEnergyMeterOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What models run on. NVIDIA's cards tell what they take; of others nothing is known, and the figure is an estimate. */
  readonly engine: 'cpu' | 'cuda' | 'vulkan' | 'metal';
}

/** An {@link EnergyMeter} of this process on this machine. Close it to end what it samples by. */
export function openEnergyMeter({ environment, engine }: OpenEnergyMeterOptions): EnergyMeter & { close(): void } {
  const readJoules = createRaplCounter({
    names: (folder) => readdirSync(folder),
    read: (path) => readFileSync(path, 'utf8'),
  });
  const graphics = engine === 'cpu' ? undefined : createGraphicsPower();
  const meter = createEnergyMeter({
    watts: wattsPerCore(environment),
    now: () => performance.now(),
    readOwnSeconds() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000_000;
    },
    readCounter() {
      const joules = readJoules?.();
      return joules === undefined ? undefined : { joules, busySeconds: busySeconds() };
    },
    readGraphics: graphics && (() => graphics.read()),
  });
  return {
    turn: (turn) => meter.turn(turn),
    get isEstimated() {
      return meter.isEstimated;
    },
    close: () => graphics?.close(),
  };
}

/** Seconds that all cores of the machine together have worked. */
function busySeconds(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;
}
