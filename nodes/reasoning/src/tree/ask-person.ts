import {
  searchAnswerJsonSchema,
  searchAnswerSchema,
  searchStateSchema,
  trace,
  type JsonValue,
  type SearchPause,
  type SearchState,
  type Spent,
  type StepPause,
} from '@jacquard/node-kit';
import { newState, type Frontier, type SearchItem } from './search-breadth-first.ts';
import type { TreeState } from './search-settings.ts';

/** Asks a person which thoughts of the last step go on. */
export function askAboutThoughts({ depth, states, judged }: Frontier, spent: Spent, most: number): StepPause {
  const kept = states.map(({ id }) => id);
  const thoughts = judged
    .map(({ id, thought, value }) => ({ id, text: thought, value, isKept: kept.includes(id) }))
    .toSorted((one, other) => Number(other.isKept) - Number(one.isKept) || other.value - one.value);
  const shown: SearchPause = { depth, most, thoughts };
  const state: SearchState = { depth, judged: judged.map((one) => ({ ...one })), kept, spent };
  return {
    pause: {
      kind: 'thoughts',
      message: '',
      value: asJson(shown),
      schema: searchAnswerJsonSchema(thoughts.map(({ id }) => id)),
    },
    state: asJson(state),
  };
}

interface Resumed {
  readonly answer: JsonValue;
  readonly state: JsonValue | undefined;
}

/** What a person has made of the search: where it goes on, what is told of it, and what it had used. */
export interface ResumedSearch {
  readonly frontier: Frontier;
  readonly items: readonly SearchItem[];
  readonly spent: Spent;
  readonly isStopped: boolean;
}

/**
 * Reads a person's answer: thoughts of her own, which stand beside the first that she keeps, and those that she keeps, whatever they were
 * worth; `most` of them, so that the search costs no more than it said.
 */
export function takeUpSearch({ answer, state }: Resumed, most: number): ResumedSearch {
  const { depth, judged, kept: before, spent } = searchStateSchema.parse(state);
  const { keep, add, stop } = searchAnswerSchema.parse(answer);
  const all: readonly TreeState[] = judged.map((one) => ({ ...one, parent: one.parent }));
  const wanted = new Set(stop && keep.length === 0 ? before : keep);
  const kept = all.filter(({ id }) => wanted.has(id)).toSorted((one, other) => other.value - one.value);
  const own = ownThoughts(add, all, kept[0] ?? all[0], depth);
  const items: SearchItem[] = own.map(({ id, parent, thought }) =>
    trace('thought', { id, parents: parent === undefined ? [] : [parent], depth, text: thought, by: 'person' }),
  );
  const states = [...own, ...kept].slice(0, most);
  const goOn = new Set(states.map(({ id }) => id));
  const pruned = [...all, ...own].flatMap(({ id }) => (goOn.has(id) ? [] : [id]));
  items.push(trace('selection', { depth, kept: [...goOn], pruned, by: 'person' }));
  return { frontier: { depth, states, judged: [...all, ...own] }, items, spent, isStopped: stop };
}

/** A person's thoughts stand beside the first one that she kept: below the same thought, after its siblings. */
function ownThoughts(
  texts: readonly string[],
  judged: readonly TreeState[],
  beside: TreeState | undefined,
  depth: number,
): readonly TreeState[] {
  const siblings = judged.filter(({ parent }) => parent === beside?.parent);
  const above =
    beside?.parent === undefined ? '' : beside.text.slice(0, beside.text.length - beside.thought.length - 1);
  return texts.map((thought, index) => {
    const state = newState({ parent: undefined, thought, from: { call: 'person' } }, siblings.length + index, depth);
    if (beside?.parent === undefined) return state;
    return { ...state, id: `${beside.parent}.${state.id}`, parent: beside.parent, text: `${above}\n${thought}` };
  });
}

function asJson(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue; // boundary: what JSON has written is JSON
}
