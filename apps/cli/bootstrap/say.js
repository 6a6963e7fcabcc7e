const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Prints one line in the language of the terminal. */
export function say(english, frenchText) {
  process.stdout.write(`${french ? frenchText : english}\n`);
}

/** Prints what is missing and what to do, and ends with a failure. */
export function giveUp(english, frenchText) {
  process.stderr.write(`${french ? frenchText : english}\n`);
  process.exit(1);
}

/** `3.2 s` since `start` (of `performance.now()`). */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
