import { create } from 'zustand';

/** The field that is open in the large panel. */
export interface EnlargedField {
  readonly node: string;
  readonly name: string;
}

interface EnlargedState {
  readonly field: EnlargedField | undefined;
  /** Where the focus goes back to. */
  readonly opener: HTMLElement | undefined;
}

/** Which field stands large over the canvas; at most one. */
export const useEnlarged = create<EnlargedState>()(() => ({ field: undefined, opener: undefined }));

/** Opens a field large. */
export function enlargeField(field: EnlargedField, opener: HTMLElement): void {
  useEnlarged.setState({ field, opener });
}

/** Closes it; the focus goes back to where it was opened. */
export function closeEnlarged(): void {
  const { opener } = useEnlarged.getState();
  useEnlarged.setState({ field: undefined, opener: undefined });
  if (opener?.isConnected) opener.focus();
}
