let count = 0;
let current: string | undefined;

/** A drag of nodes begins: all that it changes is one step of undo, the move and what a drop on a wire does. */
export function beginDrag(): void {
  count += 1;
  current = `drag-${count}`;
}

/** The gesture of the drag that is under way; undefined between drags. */
export function dragGesture(): string | undefined {
  return current;
}

/** The drag is over. */
export function endDrag(): void {
  current = undefined;
}
