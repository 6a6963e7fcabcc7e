/** Reads several generators side by side, `atOnce` at a time, and gives what any of them gives when it comes. The first failure is thrown. */
export async function* interleave<Item>(
  sources: readonly (() => AsyncGenerator<Item, void, void>)[],
  atOnce: number,
): AsyncGenerator<Item, void, void> {
  const waiting = [...sources];
  const open = new Set<AsyncGenerator<Item, void, void>>();
  const going = new Map<
    object,
    Promise<{ readonly source: AsyncGenerator<Item, void, void>; readonly item: IteratorResult<Item, void> }>
  >();
  const advance = (source: AsyncGenerator<Item, void, void>): void => {
    going.set(
      source,
      source.next().then((item) => ({ source, item })),
    );
  };
  const fill = (): void => {
    while (open.size < atOnce) {
      const source = waiting.shift()?.();
      if (source === undefined) return;
      open.add(source);
      advance(source);
    }
  };
  try {
    for (fill(); going.size > 0; fill()) {
      const { source, item } = await Promise.race(going.values());
      going.delete(source);
      if (item.done === true) open.delete(source);
      else {
        yield item.value;
        advance(source);
      }
    }
  } finally {
    void Promise.allSettled([...going.values(), ...[...open].map((source) => source.return())]);
  }
}
