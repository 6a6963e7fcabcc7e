import type { ThoughtPlaces, Thoughts } from '@jacquard/protocol';

/** Where an arrow key leads in a drawing: right to the first child, left to the parent, up and down within the level; undefined: nowhere. */
export function moveInDrawing(
  { list, byId, children }: Thoughts,
  { places }: ThoughtPlaces,
  active: string | undefined,
  key: string,
): string | undefined {
  const thought = active === undefined ? undefined : byId.get(active);
  if (!thought) return list[0]?.id;
  if (key === 'ArrowLeft') return thought.parents[0];
  if (key === 'Home') return list[0]?.id;
  const rowOf = (id: string): number => places.get(id)?.row ?? 0;
  if (key === 'ArrowRight') return below();
  const level = list.filter((one) => one.level === thought.level).toSorted((a, b) => rowOf(a.id) - rowOf(b.id));
  const at = level.indexOf(thought);
  if (key === 'ArrowDown') return level[at + 1]?.id;
  return key === 'ArrowUp' ? level[at - 1]?.id : undefined;

  function below(): string | undefined {
    // In a graph a thought may be a second parent alone.
    return children.get(thought?.id)?.[0] ?? list.find(({ parents }) => parents.includes(thought?.id ?? ''))?.id;
  }
}
