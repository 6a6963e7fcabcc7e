/** Prints a line of a measurement. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
