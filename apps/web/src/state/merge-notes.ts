import type { FlowDifference, LostWire } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import { create } from 'zustand';

/** What a merge did to the flow on this page: what came from the other side, and what could not stay. */
export interface MergeNote {
  readonly came: FlowDifference;
  readonly lost: readonly LostWire[];
  readonly before: FlowDocument;
  readonly after: FlowDocument;
}

/** The last merge, until a person has read of it. */
export const useMergeNote = create<{ readonly note: MergeNote | undefined }>()(() => ({ note: undefined }));

/** Tells a person of a merge. */
export function noteMerge(note: MergeNote): void {
  useMergeNote.setState({ note });
}

/** It was read, or the flow was left. */
export function forgetMergeNote(): void {
  useMergeNote.setState({ note: undefined });
}
