import { create } from 'zustand';

interface Naming {
  /** The group whose title is being written. */
  readonly group: string | undefined;
  /** The note whose text is being written. */
  readonly note: string | undefined;
}

/** What is being written on the canvas itself: one thing at a time, wherever it was asked for. */
export const useNaming = create<Naming>()(() => ({ group: undefined, note: undefined }));

/** Opens a group's title for writing. */
export function nameGroup(group: string): void {
  useNaming.setState({ group, note: undefined });
}

/** Opens a note for writing. */
export function writeNote(note: string): void {
  useNaming.setState({ group: undefined, note });
}

/** Ends the writing. */
export function endNaming(): void {
  useNaming.setState({ group: undefined, note: undefined });
}
