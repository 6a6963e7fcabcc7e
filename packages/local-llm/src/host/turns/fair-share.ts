/** One level of a share: whose it is, and how much of its level it gets beside others. */
export interface Share {
  readonly name: string;
  readonly weight: number;
}

/** Divides work over nested shares: each level's by weight, whoever asks when. */
export interface FairShare {
  /** The index of the path whose turn it is; undefined without any. Of equals the first one. */
  next(paths: readonly (readonly Share[])[]): number | undefined;
  /** Work of so much was done for a path. */
  charge(path: readonly Share[], cost: number): void;
}

interface Level {
  /** Virtual time: where the one that was served last began. Whoever comes after a rest begins here and is owed nothing. */
  clock: number;
  /** Where each one's served work ends, in virtual time. */
  readonly ends: Map<string, number>;
}

/** Shares that are remembered at a level; one that is behind its level's clock is as good as unknown. */
const remembered = 256;

/**
 * Start-time fair queuing (Goyal, Vin, Cheng 1996, doi:10.1145/248157.248171), level by level: served is who has the earliest start
 * tag, so that each of n that always want gets its weight of what is done, and a newcomer waits for no one's past.
 */
export function createFairShare(): FairShare {
  const levels = new Map<string, Level>();
  const levelOf = (key: string): Level => {
    const known = levels.get(key);
    if (known) return known;
    const made: Level = { clock: 0, ends: new Map() };
    levels.set(key, made);
    return made;
  };
  const startIn = ({ clock, ends }: Level, name: string): number => Math.max(clock, ends.get(name) ?? 0);

  return {
    next(paths) {
      let candidates = paths.map((path, index) => ({ path, index }));
      for (let depth = 0, key = ''; candidates.length > 1; depth += 1) {
        const level = levelOf(key);
        const names = new Set(candidates.map(({ path }) => path[depth]?.name ?? ''));
        const [first] = [...names].sort((one, other) => startIn(level, one) - startIn(level, other));
        if (first === undefined || first === '') break;
        candidates = candidates.filter(({ path }) => path[depth]?.name === first);
        key = `${key}/${first}`;
      }
      return candidates[0]?.index;
    },
    charge(path, cost) {
      let key = '';
      for (const { name, weight } of path) {
        const level = levelOf(key);
        const start = startIn(level, name);
        level.clock = Math.max(level.clock, start);
        level.ends.set(name, start + cost / weight);
        if (level.ends.size > remembered) forgetPast(level, levels, key);
        key = `${key}/${name}`;
      }
    },
  };
}

function forgetPast(level: Level, levels: Map<string, Level>, key: string): void {
  for (const [name, end] of level.ends) {
    if (end > level.clock) continue;
    level.ends.delete(name);
    levels.delete(`${key}/${name}`);
  }
}
