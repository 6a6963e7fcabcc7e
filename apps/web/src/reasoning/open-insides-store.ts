import type { StepView } from '@jacquard/protocol';
import { create } from 'zustand';

interface OpenInsidesState {
  /** Whose insides have the place of the canvas, by node and by the path of its turn. */
  readonly shown: { readonly node: string; readonly step: string } | undefined;
}

/** Whether the insides of a node are open large. */
export const useOpenInsides = create<OpenInsidesState>()(() => ({ shown: undefined }));

/** Opens the insides of a node in the place of the canvas. */
export function openInsides({ node, step }: Pick<StepView, 'node' | 'step'>): void {
  useOpenInsides.setState({ shown: { node, step } });
}

/** Shows the canvas again. */
export function closeInsides(): void {
  useOpenInsides.setState({ shown: undefined });
}
