/** A line of the benchmark's report. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `93.5 %`. */
export function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
