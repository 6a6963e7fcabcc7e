/** Who waits for a place. */
export interface LineEntry {
  readonly run: string;
  readonly priority: 'person' | 'batch';
}

/** Those who wait, in the order in which they would be let in: persons before batches, runs by turns. */
export interface WaitingLine<Entry extends LineEntry> {
  readonly size: number;
  /** How many of a run wait. */
  sizeOf(run: string): number;
  add(entry: Entry): void;
  /** Takes it out; `served` puts its run behind the others. */
  remove(entry: Entry, served: boolean): void;
  inOrder(): Entry[];
  /** The first of each run, in the order of their turns. */
  firsts(): Entry[];
}

/** See {@link WaitingLine}. */
export function createWaitingLine<Entry extends LineEntry>(): WaitingLine<Entry> {
  const lines = { person: new Map<string, Entry[]>(), batch: new Map<string, Entry[]>() };
  let size = 0;
  return {
    get size() {
      return size;
    },
    sizeOf: (run) => (lines.person.get(run)?.length ?? 0) + (lines.batch.get(run)?.length ?? 0),
    add(entry) {
      const line = lines[entry.priority];
      const before = line.get(entry.run);
      if (before) before.push(entry);
      else line.set(entry.run, [entry]);
      size += 1;
    },
    remove(entry, served) {
      const line = lines[entry.priority];
      const entries = line.get(entry.run);
      const at = entries?.indexOf(entry) ?? -1;
      if (!entries || at < 0) return;
      entries.splice(at, 1);
      size -= 1;
      if (served || entries.length === 0) line.delete(entry.run);
      if (served && entries.length > 0) line.set(entry.run, entries);
    },
    inOrder: () => [...byTurns(lines.person), ...byTurns(lines.batch)],
    firsts: () => [...lines.person.values(), ...lines.batch.values()].flatMap((entries) => entries.slice(0, 1)),
  };
}

/** The first of each run, then the second of each, and so on. */
function byTurns<Entry>(line: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  const ordered: Entry[] = [];
  let rest = [...line.values()];
  for (let round = 0; rest.length > 0; round += 1) {
    rest = rest.filter((entries) => entries.length > round);
    for (const entries of rest) ordered.push(...entries.slice(round, round + 1));
  }
  return ordered;
}
