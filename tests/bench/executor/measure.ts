/** Microseconds a step of the quickest of some rounds, each of about `budget` milliseconds, after one to warm up. */
export async function measure(act: () => Promise<void>, steps: number, budget = 250, rounds = 5): Promise<number> {
  const warm = performance.now();
  await act();
  const once = performance.now() - warm;
  const repeats = Math.max(1, Math.min(5_000, Math.round(budget / Math.max(once, 0.02))));
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    for (let at = 0; at < repeats; at += 1) await act();
    best = Math.min(best, (performance.now() - begun) / repeats);
  }
  return (best * 1000) / steps;
}

/** A row of a table on the terminal: a name, then numbers. */
export function printRow(name: string, cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
}
