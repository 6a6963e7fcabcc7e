import { editNote } from '@jacquard/canvas';
import { useEffect } from 'react';
import { changeFlow, useEditor } from '../../state/editor-store.ts';

const step = 20;
const least = { width: 140, height: 60 };
const sizes: Readonly<Record<string, readonly [wider: number, higher: number]>> = {
  ArrowRight: [step, 0],
  ArrowLeft: [-step, 0],
  ArrowDown: [0, step],
  ArrowUp: [0, -step],
};

/** Ctrl or ⌘ with an arrow makes the selected notes larger or smaller. Before React Flow, which would move them. */
export function useNoteKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const grows = sizes[event.key];
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!grows || !isAsked || isInField(event.target) || !resizeNotes(grows)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', press, true);
    return () => removeEventListener('keydown', press, true);
  }, []);
}

function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}

function resizeNotes([wider, higher]: readonly [number, number]): boolean {
  const { selection, history } = useEditor.getState();
  const notes = history?.document.layout?.notes ?? {};
  for (const id of selection.notes) {
    const { width = 240, height = 160 } = notes[id] ?? {};
    const size = { width: Math.max(least.width, width + wider), height: Math.max(least.height, height + higher) };
    changeFlow(editNote(id, { size }), 'note-size');
  }
  return selection.notes.length > 0;
}
