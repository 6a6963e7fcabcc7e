import { create } from 'zustand';

/** Whether the list of shortcuts is open. */
export const useShortcuts = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Opens the list. */
export function openShortcuts(): void {
  useShortcuts.setState({ isOpen: true });
}

/** Closes it. */
export function closeShortcuts(): void {
  useShortcuts.setState({ isOpen: false });
}
