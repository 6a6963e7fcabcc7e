import type { AnyReasoningItem, TraceSource } from '@jacquard/flow';

/** A thought of a tree or graph, and how it stands. */
export interface Thought {
  readonly id: string;
  /** Thoughts that came before it: what else was named is left out, so that nothing turns in a circle. */
  readonly parents: readonly string[];
  /** Steps from the problem, from 1: one more than its lowest parent's. */
  readonly level: number;
  readonly text: string;
  readonly operation: 'generate' | 'aggregate' | 'refine';
  readonly by: 'model' | 'person' | 'rule';
  readonly from: TraceSource | undefined;
  readonly value: number | undefined;
  readonly verdicts: readonly string[];
  /** What its value came from. */
  readonly valuedBy: TraceSource | undefined;
  /** `plain` where nothing is ever kept or pruned, as in a chain; `open`: not yet. */
  readonly state: 'plain' | 'open' | 'kept' | 'pruned';
  /** Who or what pruned it: `backtrack`, `person`. */
  readonly prunedBy: string | undefined;
  /** It leads to what the search keeps in the end, or is that. */
  readonly isOnPath: boolean;
}

/** How many thoughts there are at a level. */
interface ThoughtLevel {
  readonly level: number;
  readonly count: number;
  readonly kept: number;
  readonly pruned: number;
}

/** The thoughts of a search, in the order in which they came: parents before children. */
export interface Thoughts {
  readonly list: readonly Thought[];
  readonly byId: ReadonlyMap<string, Thought>;
  /** Children by their first parent; those of the problem itself under undefined. */
  readonly children: ReadonlyMap<string | undefined, readonly string[]>;
  readonly levels: readonly ThoughtLevel[];
  /** At least one has several parents. */
  readonly isGraph: boolean;
  /** The highest value of any. */
  readonly best: number | undefined;
}

type Data<Form extends AnyReasoningItem['form']> = Extract<AnyReasoningItem, { form: Form }>['data'];

/** The thoughts as they stand after these items; undefined where no item is one. */
export function thoughtsOf(items: readonly AnyReasoningItem[]): Thoughts | undefined {
  const known = new Map<string, Omit<Thought, 'isOnPath'>>();
  const values = new Map<string, Data<'evaluation'>>();
  let ends: readonly string[] = [];
  let chosen: string | undefined;
  let isSearch = false;
  for (const { form, data } of items) {
    if (form === 'thought') addThought(known, data);
    else if (form === 'evaluation') values.set(data.thought, data);
    else if (form === 'choice') chosen = data.candidate;
    else if (form === 'selection') {
      select(known, data);
      isSearch = true;
      if (data.kept.length > 0) ends = data.kept;
    }
  }
  if (known.size === 0) return undefined;
  const path = pathTo(chosen !== undefined && known.has(chosen) ? [chosen] : ends, known);
  const list = [...known.values()].map((thought) => {
    const { value, verdicts = [], from } = values.get(thought.id) ?? {};
    const state = isSearch && thought.state === 'plain' ? 'open' : thought.state;
    return { ...thought, state, value, verdicts, valuedBy: from, isOnPath: path.has(thought.id) };
  });
  return {
    list,
    byId: new Map(list.map((thought) => [thought.id, thought])),
    children: childrenOf(list),
    levels: levelsOf(list),
    isGraph: list.some(({ parents }) => parents.length > 1),
    best: bestOf(list),
  };
}

function addThought(known: Map<string, Omit<Thought, 'isOnPath'>>, data: Data<'thought'>): void {
  const { id, text, operation, by, from } = data;
  const before = known.get(id);
  const parents = before?.parents ?? [...new Set(data.parents)].filter((parent) => known.has(parent));
  const above = parents.map((parent) => known.get(parent)?.level ?? 0);
  known.set(id, {
    ...(before ?? { state: 'plain', prunedBy: undefined, value: undefined, verdicts: [], valuedBy: undefined }),
    id,
    parents,
    level: above.reduce((most, level) => Math.max(most, level), 0) + 1,
    text,
    operation,
    by,
    from,
  });
}

function select(known: Map<string, Omit<Thought, 'isOnPath'>>, { kept, pruned, by }: Data<'selection'>): void {
  for (const [ids, state] of [
    [kept, 'kept'],
    [pruned, 'pruned'],
  ] as const) {
    for (const id of ids) {
      const thought = known.get(id);
      if (thought) known.set(id, { ...thought, state, prunedBy: state === 'pruned' ? by : undefined });
    }
  }
}

/** The thoughts that aren't pruned of those, with all above them. */
function pathTo(ends: readonly string[], known: ReadonlyMap<string, Omit<Thought, 'isOnPath'>>): ReadonlySet<string> {
  const path = new Set<string>();
  const open = ends.filter((id) => known.get(id) !== undefined && known.get(id)?.state !== 'pruned');
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (path.has(id)) continue;
    path.add(id);
    open.push(...(known.get(id)?.parents ?? []));
  }
  return path;
}

function childrenOf(list: readonly Thought[]): Thoughts['children'] {
  const children = new Map<string | undefined, string[]>();
  for (const { id, parents } of list) {
    const [parent] = parents;
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  return children;
}

function levelsOf(list: readonly Thought[]): readonly ThoughtLevel[] {
  const levels: { level: number; count: number; kept: number; pruned: number }[] = [];
  for (const { level, state } of list) {
    const counted = (levels[level - 1] ??= { level, count: 0, kept: 0, pruned: 0 });
    counted.count += 1;
    if (state === 'kept' || state === 'pruned') counted[state] += 1;
  }
  return levels;
}

function bestOf(list: readonly Thought[]): number | undefined {
  let best: number | undefined;
  for (const { value } of list) if (value !== undefined && (best === undefined || value > best)) best = value;
  return best;
}
