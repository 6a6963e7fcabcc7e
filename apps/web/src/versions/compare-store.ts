import { create } from 'zustand';
import { endPeek, useEditor } from '../state/editor-store.ts';

/** The version that a person looks at, beside which other state, and what of it the canvas shows. */
export interface Comparison {
  readonly number: number;
  /** A version, or the flow as it is now. */
  readonly other: number | 'now';
  readonly view: 'difference' | 'version';
}

/** The comparison that is open. */
export const useComparison = create<{ readonly comparison: Comparison | undefined }>()(() => ({
  comparison: undefined,
}));

/** Opens a comparison, or changes the one that is open. */
export function compare(comparison: Comparison): void {
  useComparison.setState({ comparison });
}

/** Shows the flow as it is again. */
export function endComparison(): void {
  useComparison.setState({ comparison: undefined });
  if (useEditor.getState().peek?.of === 'version') endPeek();
}
