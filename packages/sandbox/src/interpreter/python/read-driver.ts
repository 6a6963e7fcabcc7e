import { readFileSync } from 'node:fs';

/** The program that runs code and tests within Python; a snapshot holds it already. */
export function readDriver(): string {
  return readFileSync(new URL('./driver.py', import.meta.url), 'utf8');
}
