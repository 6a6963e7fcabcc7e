import type { DocumentText } from '../create-document-text.ts';

/** Notes and text boxes of the block that is being read; they are written after it. */
export interface RtfHanging {
  /** Gives the mark of a new note, `(2)`. */
  beginNote(): string;
  add(target: 'note' | 'box', text: string): void;
  flush(): void;
}

/** See {@link RtfHanging}. Notes are counted from 1. */
export function createRtfHanging(text: DocumentText): RtfHanging {
  let notes: string[] = [];
  let count = 0;
  let boxes = '';
  return {
    beginNote() {
      count += 1;
      notes.push(`(${count}) `);
      return `(${count})`;
    },
    add(target, added) {
      if (target === 'note') notes[notes.length - 1] += added;
      else boxes += added;
    },
    flush() {
      for (const note of notes) text.addParagraph(note);
      for (const line of boxes.split('\n')) text.addParagraph(line);
      [notes, boxes] = [[], ''];
    },
  };
}
