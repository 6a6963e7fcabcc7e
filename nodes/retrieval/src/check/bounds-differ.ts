import type { TextValue } from '../answer/find-values.ts';
import type { Clause } from './read-clauses.ts';
import { isSame } from './same-value.ts';

const lowest =
  /(?<!\p{L})(?:at least|from|over|more than|after|since|minimum|older than|dès|à partir d|au moins|plus d|après|depuis)(?!\p{L}{3})[^,;]{0,14}$/iu;
const highest =
  /(?<!\p{L})(?:up to|until|at most|no more than|under|less than|fewer than|before|within|maximum|jusqu|au plus|moins d|avant|sous)(?!\p{L}{3})[^,;]{0,14}$/iu;
const lowestAfter =
  /^[^,;]{0,14}(?<!\p{L})(?:or (?:over|more|older)|and (?:over|older|more)|at least|et plus|ou plus|au moins)(?!\p{L})/iu;
const highestAfter =
  /^[^,;]{0,14}(?<!\p{L})(?:or (?:under|less|fewer|younger)|at most|before|avant|au plus|ou moins)(?!\p{L})/iu;

type Bound = 'lowest' | 'highest' | 'none';

/** Whether a figure is a least value here and a highest one where the passages have it, or the reverse. */
export function boundsDiffer(
  value: TextValue,
  clause: string,
  holding: readonly { readonly clause: Clause }[],
): boolean {
  const own = boundOf(value, clause);
  if (own === 'none') return false;
  const theirs = holding.flatMap(({ clause: { text, values } }) =>
    values.filter((other) => isSame(value, other)).map((other) => boundOf(other, text)),
  );
  return theirs.length > 0 && theirs.every((bound) => bound !== 'none' && bound !== own);
}

function boundOf({ start, end }: TextValue, text: string): Bound {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (highest.test(before) || highestAfter.test(after)) return 'highest';
  return lowest.test(before) || lowestAfter.test(after) ? 'lowest' : 'none';
}
