import type { Position } from '@jacquard/canvas';
import { create } from 'zustand';
import type { PlacedFile } from '../../knowledge/placed-file.ts';

/** Files that were dropped on the canvas, until a person has said what for. */
export interface DroppedFiles {
  readonly files: readonly PlacedFile[];
  /** Where they fell, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** Where they fell, on the canvas. */
  readonly position: Position;
}

/** The files that wait for a choice. */
export const useDroppedFiles = create<{ readonly dropped: DroppedFiles | undefined }>(() => ({ dropped: undefined }));

/** Asks what dropped files are for. */
export function offerFor(dropped: DroppedFiles): void {
  if (dropped.files.length > 0) useDroppedFiles.setState({ dropped });
}

/** Takes the offers away. */
export function forgetDroppedFiles(): void {
  useDroppedFiles.setState({ dropped: undefined });
}
