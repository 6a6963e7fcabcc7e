import { create } from 'zustand';

/** Which node is being renamed, and whose menu is open, when a key or the right button asked for it. */
export const useNodeAsk = create<{
  readonly renaming: string | undefined;
  readonly menu: string | undefined;
}>()(() => ({ renaming: undefined, menu: undefined }));

/** Lets the name of a node be edited where it stands. */
export function renameNode(id: string | undefined): void {
  useNodeAsk.setState({ renaming: id, menu: undefined });
}

/** Opens the menu of a node, or closes what is open. */
export function openNodeMenu(id: string | undefined): void {
  useNodeAsk.setState({ menu: id });
}
