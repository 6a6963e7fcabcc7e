import type { FlowChange, Space } from './interfaces.ts';

type Listener = (change: FlowChange) => void;

/** Who wants to hear of a space's flows. */
export interface FlowWatchers {
  add(space: Space, listener: Listener): () => void;
  tell(space: Space, change: FlowChange): void;
  isEmpty(): boolean;
}

/** Nobody listens yet. */
export function createFlowWatchers(): FlowWatchers {
  const watchers = new Set<{ readonly space: Space; readonly listener: Listener }>();
  return {
    add(space, listener) {
      const watcher = { space, listener };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    tell(space, change) {
      for (const watcher of watchers) if (watcher.space === space) watcher.listener(change);
    },
    isEmpty: () => watchers.size === 0,
  };
}
