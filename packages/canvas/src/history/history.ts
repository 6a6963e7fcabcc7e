import { canonicalJson, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';
import { differingPlaces, valueAt, withValueAt, type Place } from './places.ts';

/** One step of undo: what a gesture did, place by place. */
interface Step {
  readonly gesture: string | undefined;
  /** The document before the gesture, while it may go on. */
  readonly base: FlowDocument;
  readonly places: readonly Place[];
}

/** A document with what can be undone and redone. Immutable. */
export interface History {
  readonly document: FlowDocument;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

const mostSteps = 500;

/** Begins at a document, with nothing to undo. */
export function createHistory(document: FlowDocument): History {
  return { document, undo: [], redo: [] };
}

/**
 * Applies a command. Commands of one `gesture` (the typing in a field, a drag) are one step. Forgets what could be redone;
 * a command without effect gives the same history back.
 */
export function change(history: History, command: Command, gesture?: string): History {
  const document = applyCommand(history.document, command);
  if (document === history.document) return history;
  const last = history.undo.at(-1);
  const continues = gesture !== undefined && last?.gesture === gesture;
  const base = continues ? last.base : history.document;
  const places = differingPlaces(base, document);
  const before = continues ? history.undo.slice(0, -1) : history.undo;
  const undo = places.length === 0 ? before : [...before, { gesture, base, places }];
  return { document, undo: undo.slice(-mostSteps), redo: [] };
}

/** Ends the gesture: what follows is a step of its own. */
export function endGesture(history: History): History {
  const last = history.undo.at(-1);
  if (last?.gesture === undefined) return history;
  return { ...history, undo: [...history.undo.slice(0, -1), { ...last, gesture: undefined }] };
}

/**
 * Takes the last step back. Only its own places are touched, and only where they still hold what it put there: a place
 * that someone else has changed since stays as it is.
 */
export function undo(history: History): History {
  const step = history.undo.at(-1);
  if (!step) return history;
  const document = restore(history.document, step.places, 'before');
  return { document, undo: history.undo.slice(0, -1), redo: [...history.redo, { ...step, gesture: undefined }] };
}

/** Does the last undone step again, in the same way. */
export function redo(history: History): History {
  const step = history.redo.at(-1);
  if (!step) return history;
  const document = restore(history.document, step.places, 'after');
  return { document, undo: [...history.undo, step], redo: history.redo.slice(0, -1) };
}

/** The document changed elsewhere. Steps stay: they touch their own places alone. */
export function replaceOutside(history: History, document: FlowDocument): History {
  return endGesture({ ...history, document });
}

function restore(document: FlowDocument, places: readonly Place[], to: 'before' | 'after'): FlowDocument {
  const from = to === 'before' ? 'after' : 'before';
  const ordered = to === 'before' ? places.toReversed() : places;
  return ordered.reduce((current, place) => {
    if (!isSame(valueAt(current, place.path), place[from])) return current;
    return withValueAt(current, place.path, place[to], place.order);
  }, document);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue); // boundary: places of documents hold JSON
}
