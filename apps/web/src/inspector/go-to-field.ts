import { create } from 'zustand';
import { showNode } from '../canvas/show-node.ts';
import { select } from '../state/editor-store.ts';
import { openRight } from '../state/panel-store.ts';

/** A place that a person goes to; a new object each time. */
export interface WantedField {
  readonly node: string;
  /** Absent: the node as a whole. */
  readonly port: string | undefined;
}

/** The field of the inspector that takes the focus next. */
export const useWantedField = create<{ readonly wanted: WantedField | undefined }>()(() => ({ wanted: undefined }));

/** Selects a node, brings it into view, opens it at the right and puts the focus into one of its fields. */
export function goToField(node: string, port?: string): void {
  select({ nodes: [node] });
  showNode(node);
  openRight('node');
  useWantedField.setState({ wanted: { node, port } });
}

/** Selects a note and brings it into view. */
export function goToNote(id: string): void {
  select({ notes: [id] });
  showNode(`note:${id}`);
}
