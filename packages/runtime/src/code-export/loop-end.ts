import type { CodeInput } from '@jacquard/node-kit/code';

/** The condition that a loop ends by; empty where it has none. */
export function untilText(until: CodeInput | undefined): string {
  if (until === undefined || until.text === 'undefined') return '';
  return until.mayBeAbsent ? `${until.text} === true` : until.text;
}

/** The number of turns when a loop doesn't say: as the scheduler's. */
const defaultTurns = 10;

/** Whether a turn, counted from 0, is the last that there may be. */
export function lastTurn(turn: string, most: CodeInput | undefined): string {
  const { literal } = most ?? { literal: defaultTurns };
  if (most === undefined || literal !== undefined) {
    const count = typeof literal === 'number' && literal >= 1 ? Math.floor(literal) : defaultTurns;
    return `${turn} === ${count - 1}`;
  }
  return `${turn} + 2 > ${most.mayBeAbsent ? `(${most.text} ?? ${defaultTurns})` : most.text}`;
}

/** Values for the next turn: several at once, since each is made of the values before. */
export function assign(nexts: readonly { readonly to: string; readonly text: string }[]): string[] {
  const changed = nexts.filter(({ to, text }) => to !== text);
  const [only] = changed;
  if (only === undefined) return [];
  if (changed.length === 1) return [`${only.to} = ${only.text};`];
  return [`[${changed.map(({ to }) => to).join(', ')}] = [${changed.map(({ text }) => text).join(', ')}];`];
}
