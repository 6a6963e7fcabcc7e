import type { JsonValue } from '@jacquard/flow';
import { create } from 'zustand';

/** The outputs of a step that a person edits, and what for. */
export interface EditedStep {
  /** `pin`: for the runs to come. `go-on`: for one run that goes on from the one shown. */
  readonly purpose: 'pin' | 'go-on';
  readonly node: string;
  /** The path of the step: in a loop, of one turn. */
  readonly step: string;
  readonly outputs: Readonly<Record<string, JsonValue>>;
  /** Where the values come from; undefined when they are pinned ones already, in full. */
  readonly runId: string | undefined;
}

export const useValueDialog = create<{ readonly edited: EditedStep | undefined }>()(() => ({ edited: undefined }));

/** Opens the editor of a step's outputs. */
export function editValue(edited: EditedStep): void {
  useValueDialog.setState({ edited });
}

/** Closes it. */
export function closeValueDialog(): void {
  useValueDialog.setState({ edited: undefined });
}
