import type { Position } from '@jacquard/canvas';
import { create } from 'zustand';
import { useEditor } from '../../state/editor-store.ts';

/** What a node is asked for. */
export interface AskedNode {
  /** Where it lands, in the canvas's own pixels; in the middle of the view otherwise. */
  readonly position?: Position | undefined;
  /** The scope that it goes into. */
  readonly scope?: string | undefined;
  /** The selected node: what is added is connected to it where it can be. */
  readonly near?: string | undefined;
  /** The loose end of a wire: only what fits is offered, and it is connected. */
  readonly loose?: { readonly node: string; readonly handle: string } | undefined;
  /** The wire that it is put into: only what fits between its ends is offered. */
  readonly wire?: string | undefined;
  /** The node that it takes the place of, with its wires. */
  readonly replace?: string | undefined;
  /** Where the list opens, in pixels of the window; at the upper left of the canvas otherwise. */
  readonly at?: { readonly x: number; readonly y: number } | undefined;
}

interface AddState {
  readonly asked: AskedNode | undefined;
}

/** Whether the list of nodes is open, and what for. */
export const useAdding = create<AddState>()(() => ({ asked: undefined }));

/** Opens the list of nodes; not over another state of the flow, which can't be changed. */
export function askForNode(asked: AskedNode): void {
  if (!useEditor.getState().peek) useAdding.setState({ asked });
}

/** Closes the list of nodes. */
export function closeOffers(): void {
  useAdding.setState({ asked: undefined });
}
