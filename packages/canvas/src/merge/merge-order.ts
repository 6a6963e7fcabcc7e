/**
 * The order of a merged record: that of the side that changed it (of theirs when both did), what only the other side has put
 * after what stands before it there.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const isBase = theirs.length === base.length && theirs.every((key, index) => key === base[index]);
  return isBase ? insertMissing(mine, theirs) : insertMissing(theirs, mine);
}

function insertMissing(order: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(order);
  const following = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const key of other) {
    if (known.has(key)) before = key;
    else following.set(before, [...(following.get(before) ?? []), key]);
  }
  if (following.size === 0) return order;
  return [...(following.get(undefined) ?? []), ...order.flatMap((key) => [key, ...(following.get(key) ?? [])])];
}
