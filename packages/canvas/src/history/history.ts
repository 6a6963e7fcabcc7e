import { nodesById, type FlowDocument } from '@jacquard/flow';
import { applyCommand, type Command } from '../command.ts';
import { keepsNodes } from './keeps-nodes.ts';
import {
  findDifference,
  isSame,
  sizeOfDifference,
  valueAt,
  withOrderAt,
  withValueAt,
  type Difference,
  type Place,
} from './places.ts';

/** Steps that replace the whole document. */
export type NamedStep = 'restore' | 'merge';

/** One step of undo: what a gesture did, place by place. */
export interface Step {
  /** While it may go on: its name, and the document before it. */
  readonly open?: { readonly gesture: string; readonly base: FlowDocument } | undefined;
  readonly difference: Difference;
  /** What it is called, where what it did to the document doesn't say it. */
  readonly named?: NamedStep | undefined;
  /** Characters that it holds on to, roughly. */
  readonly size: number;
}

/** A document with what can be undone and redone. Immutable. */
export interface History {
  readonly document: FlowDocument;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

/** Characters that all steps of undo may hold on to. A session of ordinary steps stays far below; the oldest go first. */
const mostCharacters = 100_000_000;

/** Begins at a document, with nothing to undo. */
export function createHistory(document: FlowDocument): History {
  return { document, undo: [], redo: [] };
}

/**
 * Applies a command. Commands of one `gesture` (the typing in a field, a drag) are one step. Forgets what could be redone;
 * a command without effect gives the same history back. Steps reach back over the whole session, unless they get too large.
 */
export function change(history: History, command: Command, gesture?: string, named?: NamedStep): History {
  const document = applyCommand(history.document, command);
  if (document === history.document) return history;
  const last = history.undo.at(-1)?.open;
  const continues = gesture !== undefined && last?.gesture === gesture;
  const base = continues ? last.base : history.document;
  const difference = findDifference(base, document);
  const isNothing = difference.places.length === 0 && difference.reorderings.length === 0;
  if (isNothing && !continues) return history;
  const before = continues ? history.undo.slice(0, -1) : endLast(history.undo);
  const open = gesture === undefined ? undefined : { gesture, base };
  const undo = isNothing ? before : [...before, { open, difference, named, size: sizeOfDifference(difference) }];
  return { document, undo: withinMemory(undo), redo: [] };
}

/** Ends the gesture: what follows is a step of its own. */
export function endGesture(history: History): History {
  const undo = endLast(history.undo);
  return undo === history.undo ? history : { ...history, undo };
}

function endLast(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1);
  return last?.open ? [...steps.slice(0, -1), { ...last, open: undefined }] : steps;
}

function withinMemory(steps: readonly Step[]): readonly Step[] {
  let characters = 0;
  const oldest = steps.findLastIndex(({ size }) => (characters += size) > mostCharacters);
  return oldest < 0 ? steps : steps.slice(Math.min(oldest + 1, steps.length - 1));
}

/**
 * Takes the last step back. Only its own places are touched, and only where they still hold what it put there: a place
 * that someone else has changed since stays as it is. A step of which nothing can be taken back, or not without leaving a node
 * in two places, is passed over.
 */
export function undo(history: History): History {
  return goBack(history, history.undo, 'before');
}

/** Does the last undone step again, in the same way. */
export function redo(history: History): History {
  return goBack(history, history.redo, 'after');
}

/** The document changed elsewhere. Steps stay: they touch their own places alone. */
export function replaceOutside(history: History, document: FlowDocument): History {
  return endGesture({ ...history, document });
}

function goBack(history: History, steps: readonly Step[], to: 'before' | 'after'): History {
  const step = steps.at(-1);
  if (!step) return history;
  const left = steps.slice(0, -1);
  const { document, difference } = restore(history.document, step.difference, to);
  const isPassedOver = document === history.document || !keepsNodes(history.document, document, step.difference);
  if (isPassedOver) return goBack(withSteps(history, to, left), left, to);
  const done: Step = { difference, named: step.named, size: step.size };
  const moved = to === 'before' ? { redo: [...history.redo, done] } : { undo: [...history.undo, done] };
  return { ...withSteps(history, to, left), ...moved, document };
}

function withSteps(history: History, to: 'before' | 'after', steps: readonly Step[]): History {
  return to === 'before' ? { ...history, undo: steps } : { ...history, redo: steps };
}

/** Puts back what nobody else has changed since; `difference` is what was put back. */
function restore(
  document: FlowDocument,
  { places, reorderings }: Difference,
  to: 'before' | 'after',
): { readonly document: FlowDocument; readonly difference: Difference } {
  const from = to === 'before' ? 'after' : 'before';
  const isUntouched = ({ path, [from]: left }: Place): boolean => isSame(valueAt(document, path), left);
  const staying = findStaying(
    document,
    places.filter((place) => !isUntouched(place)),
  );
  const restored = places.filter((place) => isUntouched(place) && !belongsTo(staying, place));
  const ordered = to === 'before' ? restored.toReversed() : restored;
  const withValues = ordered.reduce((current, place) => {
    return withValueAt(current, place.path, place[to], place.order);
  }, document);
  const withOrder = reorderings.reduce((current, { path, [to]: order }) => {
    return withOrderAt(current, path, order);
  }, withValues);
  return { document: withOrder, difference: { places: restored, reorderings } };
}

/** Ids and types of nodes that can't be taken back or put back whole, since someone else has changed them. */
function findStaying(document: FlowDocument, refused: readonly Place[]): ReadonlySet<string> {
  const nodes = nodesById(document);
  const ids = refused.flatMap(({ path }) =>
    path[0] === 'nodes' && path.at(-2) === 'nodes' ? [path.at(-1) ?? ''] : [],
  );
  return new Set(ids.flatMap((id) => [id, nodes.get(id)?.node.type ?? id]));
}

/** Whether it is the place on the canvas or the type's version of such a node. */
function belongsTo(staying: ReadonlySet<string>, { path }: Place): boolean {
  const [part, of, id] = path;
  if (part === 'types') return of !== undefined && staying.has(of);
  return part === 'layout' && of === 'nodes' && id !== undefined && staying.has(id);
}
