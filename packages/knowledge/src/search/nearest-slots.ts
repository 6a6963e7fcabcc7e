/** The slots of the `top` highest products among those that count, in no order: one pass with a heap, the least on top. */
export function nearestSlots(products: Float32Array, top: number, counts: (slot: number) => boolean): number[] {
  const heap: number[] = [];
  const product = (place: number): number => products[heap[place] ?? 0] ?? 0;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] ?? 0, heap[a] ?? 0];
  };
  const rise = (place: number): void => {
    for (let at = place; at > 0;) {
      const parent = (at - 1) >> 1;
      if (product(parent) <= product(at)) return;
      swap(parent, at);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < heap.length && product(left) < product(least)) least = left;
      if (right < heap.length && product(right) < product(least)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  for (let slot = 0; slot < products.length; slot += 1) {
    const isFull = heap.length >= top;
    if (isFull && (products[slot] ?? 0) <= product(0)) continue;
    if (!counts(slot)) continue;
    if (!isFull) {
      heap.push(slot);
      rise(heap.length - 1);
    } else if (top > 0) {
      heap[0] = slot;
      sink();
    }
  }
  return heap;
}
