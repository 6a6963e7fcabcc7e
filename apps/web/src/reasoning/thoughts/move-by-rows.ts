import type { ThoughtRow } from './thought-rows.ts';

/** The arrow keys of a list of indented lines, as every tree has them. */
export function moveByRows(
  event: React.KeyboardEvent,
  rows: readonly ThoughtRow[],
  at: number,
  onActive: (id: string) => void,
  onToggle: (id: string) => void,
): void {
  const row = rows[at];
  const go = (index: number): void => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (next) onActive(next.thought.id);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    PageDown: () => go(at + 10),
    PageUp: () => go(at - 10),
    ArrowRight: () => {
      if (row?.isFolded) onToggle(row.thought.id);
      else if (row?.hasChildren) go(at + 1);
    },
    ArrowLeft: () => {
      if (row?.hasChildren && !row.isFolded) onToggle(row.thought.id);
      else if (row) go(parentOf(rows, at));
    },
  };
  const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  move();
}

function parentOf(rows: readonly ThoughtRow[], at: number): number {
  const indent = rows[at]?.indent ?? 1;
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.indent ?? 1) < indent) return index;
  return at;
}
