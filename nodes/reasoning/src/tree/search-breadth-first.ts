import { trace } from '@jacquard/node-kit';
import { evaluateStates, voteAmong } from './evaluate-states.ts';
import { generateThoughts, type NewThought } from './generate-thoughts.ts';
import type { SearchTools, TreeState } from './search-settings.ts';

/** An item of the search's insides. */
export type SearchItem = ReturnType<typeof trace>;

/** What a search found: the best states, best first. */
export interface SearchResult {
  readonly best: readonly TreeState[];
  readonly reason: 'solved' | 'complete' | 'budget' | 'exhausted' | 'person';
}

/** Where a breadth-first search stands between two steps. */
export interface Frontier {
  /** Steps done. */
  readonly depth: number;
  readonly states: readonly TreeState[];
  /** All states of the last step, those that were left, too. */
  readonly judged: readonly TreeState[];
}

/**
 * One step of the breadth-first search (algorithm 1 of Yao et al. 2023): goes on from every state, judges what came of it, and
 * keeps the best, the earlier one where two are worth the same. Undefined where nothing came: the frontier is the end.
 */
export async function* stepBreadthFirst(
  { depth, states }: Pick<Frontier, 'depth' | 'states'>,
  tools: SearchTools,
): AsyncGenerator<SearchItem, Frontier | undefined> {
  const step = depth + 1;
  const grown: (readonly TreeState[])[] = [];
  for await (const { index, thoughts } of generateThoughts(depth === 0 ? [undefined] : states, step, tools)) {
    grown[index] = thoughts.map((thought, place) => newState(thought, place, step));
    yield* thoughts.map((thought, place) => thoughtItem(grown[index]?.[place], thought));
  }
  const found = grown.flat();
  if (found.length === 0) return undefined;
  const judged = yield* judgeAll(found, tools);
  const ranked = judged
    .map((state, place) => ({ state, place }))
    .toSorted((one, other) => other.state.value - one.state.value || one.place - other.place);
  const kept = ranked.slice(0, tools.settings.beam).map(({ state }) => state);
  const keptIds = new Set(kept.map(({ id }) => id));
  yield trace('selection', {
    depth: step,
    kept: [...keptIds],
    pruned: judged.filter(({ id }) => !keptIds.has(id)).map(({ id }) => id),
    by: tools.settings.evaluator === 'vote' && tools.settings.scorer === undefined ? 'vote' : 'value',
  });
  return { depth: step, states: kept, judged };
}

/** Why the search ends at this frontier; undefined while it goes on. */
export function endOf({ depth, states }: Frontier, tools: SearchTools): SearchResult['reason'] | undefined {
  if (states.some(({ isSolved }) => isSolved)) return 'solved';
  if (depth >= tools.settings.steps) return 'complete';
  return tools.allows() ? undefined : 'budget';
}

/** Judges states as the settings say, and tells each judgement. */
export async function* judgeAll(
  states: readonly TreeState[],
  tools: SearchTools,
): AsyncGenerator<SearchItem, readonly TreeState[]> {
  const { evaluator, scorer } = tools.settings;
  if (evaluator === 'vote' && scorer === undefined) {
    const { votes, call } = await voteAmong(states, tools);
    const voted = states.map((state, index) => ({ ...state, value: votes[index] ?? 0 }));
    yield* voted.map(({ id, value }) => trace('evaluation', { thought: id, value, from: { call } }));
    return voted;
  }
  const judged = [...states];
  for await (const { index, judgement } of evaluateStates(states, tools)) {
    const state = states[index];
    if (state === undefined) continue;
    const { value, isSolved, verdicts, from } = judgement;
    judged[index] = { ...state, value, isSolved };
    yield trace('evaluation', { thought: state.id, value, verdicts: [...verdicts], from });
  }
  return judged;
}

/** A state of a new thought: the place among its siblings ends its id, so that the same search has the same ids. */
export function newState({ parent, thought }: NewThought, place: number, depth: number): TreeState {
  const id = parent === undefined ? `${place + 1}` : `${parent.id}.${place + 1}`;
  const text = parent === undefined ? thought : `${parent.text}\n${thought}`;
  return { id, parent: parent?.id, depth, thought, text, value: 0, isSolved: false };
}

/** What is told of a new thought. */
export function thoughtItem(state: TreeState | undefined, { from, thought }: NewThought): SearchItem {
  const { id = '', parent, depth = 1 } = state ?? {};
  return trace('thought', { id, parents: parent === undefined ? [] : [parent], depth, text: thought, from });
}
