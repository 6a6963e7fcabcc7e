import { ownValue } from '@jacquard/flow';
import type { Command } from '../command.ts';
import type { ThemeColor } from '../theme-color.ts';
import type { Position } from './add-node.ts';

/** The text of a note as the document holds it: lines, when there are several. */
export function noteText(text: string): string | { lines: string[] } {
  return text.includes('\n') ? { lines: text.split('\n') } : text;
}

/** The text of a note as one string. */
export function readNote(text: string | { readonly lines: readonly string[] }): string {
  return typeof text === 'string' ? text : text.lines.join('\n');
}

/** Adds a Markdown note. */
export function addNote(id: string, position: Position, text: string): Command {
  return (draft) => {
    const layout = draft.layout ?? (draft.layout = {});
    const notes = layout.notes ?? (layout.notes = {});
    notes[id] = { x: Math.round(position.x), y: Math.round(position.y), text: noteText(text) };
  };
}

/** Changes what a note says, where it stands, its size or its colour. */
export function editNote(
  id: string,
  change: {
    readonly text?: string;
    readonly position?: Position;
    readonly size?: { readonly width: number; readonly height: number };
    readonly color?: ThemeColor;
  },
): Command {
  return (draft) => {
    const note = ownValue(draft.layout?.notes, id);
    if (!note) return;
    if (change.text !== undefined) note.text = noteText(change.text);
    if (change.color !== undefined) note.color = change.color;
    if (change.position) {
      note.x = Math.round(change.position.x);
      note.y = Math.round(change.position.y);
    }
    if (change.size) {
      note.width = Math.round(change.size.width);
      note.height = Math.round(change.size.height);
    }
  };
}
