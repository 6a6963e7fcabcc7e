import type { JsonValue, TraceSource } from '@jacquard/flow';
import type { TraceItem } from '../run-view.ts';

/** A call behind an item of the insides. */
export interface CallBehind {
  /** As it was written down: a `ModelCall`. */
  readonly data: JsonValue;
  /** Which of its answers is meant, from 0; undefined: all of them. */
  readonly sample: number | undefined;
}

/** More calls behind one item are never shown. */
const most = 50;

/**
 * The calls that an item came from: the one of that name, or, where several answers were drawn by a call each, those that
 * bear the name and a number. Empty until they have ended, and where they were too many to be written down.
 */
export function findCalls(calls: readonly TraceItem[], source: TraceSource | undefined): readonly CallBehind[] {
  if (!source) return [];
  const exact: CallBehind[] = [];
  const numbered: CallBehind[] = [];
  for (const { data } of calls) {
    const name = nameOf(data);
    if (name === undefined || !name.startsWith(source.call)) continue;
    const rest = name.slice(source.call.length);
    if (rest !== '' && !/^ \d{1,9}$/.test(rest)) continue;
    if (rest === '') exact.push({ data, sample: source.sample });
    else if (numbered.length < most) numbered.push({ data, sample: undefined });
  }
  // A call that was made again under the same name stands for the first one, too.
  return exact.length > 0 ? exact.slice(-1) : numbered;
}

function nameOf(data: TraceItem['data']): string | undefined {
  if (typeof data !== 'object' || data === null || !('name' in data)) return undefined;
  return typeof data['name'] === 'string' ? data['name'] : undefined;
}
