interface Named {
  readonly name: string;
  readonly description?: string | undefined;
}

/** Those whose name or description holds every word of the query; case and accents don't count. */
export function searchFlows<Item extends Named>(items: readonly Item[], query: string): readonly Item[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter(({ name, description = '' }) => {
    const text = fold(`${name} ${description}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
