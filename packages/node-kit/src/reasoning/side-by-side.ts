/** Works on items, `atOnce` at a time, and gives each result when it is there, with its item's place. The first failure is thrown. */
export async function* sideBySide<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): AsyncGenerator<{ readonly index: number; readonly result: Result }, void> {
  const going = new Map<number, Promise<{ readonly index: number; readonly result: Result }>>();
  let next = 0;
  try {
    while (going.size > 0 || next < items.length) {
      for (; going.size < atOnce && next < items.length; next++) {
        const index = next;
        const item = items[index] as Item; // boundary: the place is within the list
        going.set(
          index,
          work(item, index).then((result) => ({ index, result })),
        );
      }
      const done = await Promise.race(going.values());
      going.delete(done.index);
      yield done;
    }
  } finally {
    void Promise.allSettled(going.values());
  }
}
