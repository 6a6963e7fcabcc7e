/** Milliseconds that code runs before it is measured, so that the engine has compiled it. */
const warmUp = 300;

/** Microseconds a step of the quickest of some rounds, each of about `budget` milliseconds, all warm. */
export async function measure(act: () => Promise<void>, steps: number, budget = 250, rounds = 5): Promise<number> {
  const warm = performance.now();
  let count = 0;
  for (; count === 0 || performance.now() - warm < warmUp; count += 1) await act();
  const once = (performance.now() - warm) / count;
  const repeats = Math.max(1, Math.min(20_000, Math.round(budget / once)));
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
