import type { Thought, Thoughts } from '@jacquard/protocol';

/** A line of the outline. */
export interface ThoughtRow {
  readonly thought: Thought;
  /** Indents, from 1: that of its first parent and one more. */
  readonly indent: number;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
}

/** Thoughts as lines, each above those that it led to (those with several parents below the first of them); what lies below a folded one is left out. */
export function thoughtRows({ children, byId }: Thoughts, folded: ReadonlySet<string>): readonly ThoughtRow[] {
  const rows: ThoughtRow[] = [];
  const open: Omit<ThoughtRow, 'hasChildren' | 'isFolded'>[] = [];
  const push = (parent: string | undefined, indent: number): void => {
    const ids = children.get(parent) ?? [];
    for (let at = ids.length - 1; at >= 0; at -= 1) {
      const thought = byId.get(ids[at] ?? '');
      if (thought) open.push({ thought, indent, place: at + 1, siblings: ids.length });
    }
  };
  push(undefined, 1);
  for (let next = open.pop(); next; next = open.pop()) {
    const { id } = next.thought;
    const hasChildren = children.has(id);
    const isFolded = hasChildren && folded.has(id);
    rows.push({ ...next, hasChildren, isFolded });
    if (hasChildren && !isFolded) push(id, next.indent + 1);
  }
  return rows;
}
