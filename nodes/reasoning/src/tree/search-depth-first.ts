import { trace } from '@jacquard/node-kit';
import { generateThoughts } from './generate-thoughts.ts';
import { judgeAll, newState, thoughtItem, type SearchItem, type SearchResult } from './search-breadth-first.ts';
import type { SearchTools, TreeState } from './search-settings.ts';

interface Walk {
  readonly tools: SearchTools;
  /** States that may still be gone on from. */
  visits: number;
  /** All that was reached and not pruned. */
  readonly reached: TreeState[];
}

/**
 * The depth-first search (algorithm 2 of Yao et al. 2023): follows the most promising thought first, leaves states that are worth
 * no more than the threshold, and goes back to the next best. It ends with the first state of full depth that passes, or after so
 * many visits; then the deepest, and of these the best, is what was found.
 */
export async function* searchDepthFirst(tools: SearchTools, visits: number): AsyncGenerator<SearchItem, SearchResult> {
  const walk: Walk = { tools, visits, reached: [] };
  const isFound = yield* visit(undefined, walk);
  const best = walk.reached.toSorted((one, other) => other.depth - one.depth || other.value - one.value);
  if (isFound) return { best, reason: best.some(({ isSolved }) => isSolved) ? 'solved' : 'complete' };
  return { best, reason: tools.allows() && walk.visits > 0 ? 'exhausted' : 'budget' };
}

async function* visit(state: TreeState | undefined, walk: Walk): AsyncGenerator<SearchItem, boolean> {
  const { tools } = walk;
  const { threshold, steps } = tools.settings;
  if (walk.visits === 0 || !tools.allows()) return false;
  walk.visits -= 1;
  const step = (state?.depth ?? 0) + 1;
  const grown: TreeState[] = [];
  for await (const { thoughts } of generateThoughts([state], step, tools)) {
    for (const [place, thought] of thoughts.entries()) {
      const child = newState(thought, place, step);
      grown.push(child);
      yield thoughtItem(child, thought);
    }
  }
  const judged = yield* judgeAll(grown, tools);
  const ways = judged
    .filter(({ value, isSolved }) => isSolved || value > threshold)
    .toSorted((one, other) => other.value - one.value);
  const pruned = judged.filter((child) => !ways.includes(child)).map(({ id }) => id);
  yield trace('selection', { depth: step, kept: ways.map(({ id }) => id), pruned, by: 'threshold' });
  walk.reached.push(...ways);
  for (const way of ways) {
    if (way.isSolved || way.depth >= steps) return true;
    if (yield* visit(way, walk)) return true;
    yield trace('selection', { depth: way.depth, kept: [], pruned: [way.id], by: 'backtrack' });
  }
  return false;
}
