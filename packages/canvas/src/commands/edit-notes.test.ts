import { expect, test } from 'vitest';
import { sampleAfter, sampleFlow } from '../testing/sample-flow.ts';
import { addNote, editNote, readNote } from './edit-notes.ts';

test('a note of several lines is held line by line, and read as it was written', () => {
  const flow = sampleAfter(addNote('more', { x: 1.2, y: 2 }, 'One\nTwo'));
  const note = flow.layout?.notes?.more;
  expect(note).toEqual({ x: 1, y: 2, text: { lines: ['One', 'Two'] } });
  expect(readNote(note?.text ?? '')).toBe('One\nTwo');
});

test('a note is rewritten, moved and resized without the rest of it', () => {
  const flow = sampleAfter(
    editNote('hint', { text: 'Better.' }),
    editNote('hint', { position: { x: 9.6, y: 9 } }),
    editNote('hint', { size: { width: 200.4, height: 100 } }),
  );
  expect(flow.layout?.notes?.hint).toEqual({ x: 10, y: 9, width: 200, height: 100, text: 'Better.' });
});

test('a note that is gone stays gone', () => {
  expect(sampleAfter(editNote('gone', { text: 'x' }), editNote('constructor', { text: 'x' }))).toBe(sampleFlow);
});
