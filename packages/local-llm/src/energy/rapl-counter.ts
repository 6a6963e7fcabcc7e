import { join } from 'node:path';

/** How files of the system are read; throws what reading throws (`EACCES` for those who may not). */
export interface PowercapFiles {
  names(folder: string): readonly string[];
  read(path: string): string;
}

interface Zone {
  readonly path: string;
  /** The counter begins again at 0 after this many microjoules. */
  readonly range: number;
  last: number;
}

/**
 * The joules that the processors have taken since this was made, by the counters that Linux shows of Intel's and AMD's
 * processors (RAPL, under `/sys/class/powercap`). Undefined where there are none, or where this user may not read them: since
 * CVE-2020-8694 most distributions let the administrator alone. A counter wraps around after some minutes to hours: read
 * more often than that.
 */
export function createRaplCounter(
  files: PowercapFiles,
  folder = '/sys/class/powercap',
): (() => number | undefined) | undefined {
  const zones = openZones(files, folder);
  if (zones === undefined) return undefined;
  let microjoules = 0;
  return () => {
    try {
      for (const zone of zones) {
        const value = readNumber(files, join(zone.path, 'energy_uj'));
        microjoules += value >= zone.last ? value - zone.last : value + zone.range - zone.last;
        zone.last = value;
      }
      return microjoules / 1_000_000;
    } catch {
      return undefined;
    }
  };
}

/** Whole processors, and memory where it is counted beside them; not their parts, nor `psys`, which counts them again. */
function openZones(files: PowercapFiles, folder: string): Zone[] | undefined {
  try {
    const found = files
      .names(folder)
      .filter((name) => /^intel-rapl:\d+(:\d+)?$/.test(name))
      .map((name) => ({ name, path: join(folder, name) }))
      .filter(({ path }) => /^(package|dram)/.test(files.read(join(path, 'name'))));
    const zones = found.map(({ path }) => ({
      path,
      range: readNumber(files, join(path, 'max_energy_range_uj')),
      last: readNumber(files, join(path, 'energy_uj')),
    }));
    return zones.length === 0 ? undefined : zones;
  } catch {
    return undefined;
  }
}

function readNumber(files: PowercapFiles, path: string): number {
  const value = Number(files.read(path).trim());
  if (!Number.isFinite(value)) throw new Error(`${path} holds no number`);
  return value;
}
