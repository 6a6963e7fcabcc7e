import { create } from 'zustand';

/** What a frame is for the nodes that are dragged: they go in where they are let go, they can't, or they have left it. */
export type Holding = 'fits' | 'refused' | 'leaves';

interface HeldScopes {
  /** By scope. */
  readonly held: ReadonlyMap<string, Holding>;
  /** Why nodes can't go in. */
  readonly reason: string;
}

const none: HeldScopes = { held: new Map(), reason: '' };

/** The frames that dragged nodes go into or leave. Each frame asks for itself alone. */
export const useHeldScopes = create<HeldScopes>()(() => none);

/** Marks frames; the same marks as before draw nothing. */
export function holdOver(held: ReadonlyMap<string, Holding>, reason: string): void {
  const before = useHeldScopes.getState();
  const isSame = before.held.size === held.size && [...held].every(([id, how]) => before.held.get(id) === how);
  if (!isSame || before.reason !== reason) useHeldScopes.setState({ held, reason });
}

/** Nothing is dragged any more. */
export function letGo(): void {
  useHeldScopes.setState(none);
}
