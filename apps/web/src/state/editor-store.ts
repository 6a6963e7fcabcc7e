import type { Descriptors, FlowDocument, ProblemData } from '@jacquard/flow';
import {
  change,
  createHistory,
  endGesture,
  redo,
  replaceFlow,
  replaceOutside,
  undo,
  type CanvasWire,
  type Command,
  type History,
  type NamedStep,
} from '@jacquard/canvas';
import type { SavedFlow } from '@jacquard/protocol';
import { create } from 'zustand';
import { deriveFlow, type DerivedFlow } from './derive-flow.ts';

/** How the document on the page stands to the saved one. */
type SaveState =
  | { readonly state: 'saved' | 'unsaved' | 'saving' }
  /** Saved by someone else in the meantime, and what collides a person decides. `base`: what both were made from. */
  | { readonly state: 'conflict'; readonly theirs: SavedFlow; readonly base: FlowDocument }
  | { readonly state: 'failed'; readonly problem: unknown }
  /** The flow was deleted elsewhere. */
  | { readonly state: 'gone' };

/** What is selected on the canvas. */
export interface CanvasSelection {
  readonly nodes: readonly string[];
  readonly notes: readonly string[];
  readonly wires: readonly string[];
}

/** Another state of the flow that the canvas shows for a while, read only: as it was in a run, or in a version. */
export interface Peek {
  readonly document: FlowDocument;
  readonly of: 'run' | 'version';
  /** What differs from the flow as it is now, by node id: the canvas marks it. */
  readonly marks?: Readonly<Record<string, PeekMark>> | undefined;
}

export type PeekMark = 'added' | 'removed' | 'changed' | 'moved';

export interface EditorState {
  readonly flowId: string | undefined;
  /** Shown in place of the flow; nothing can be edited meanwhile. `derived` follows it. */
  readonly peek: Peek | undefined;
  readonly history: History | undefined;
  /** What this page last knew to be saved, and its document: what others change is merged with this page's changes over it. */
  readonly revision: string;
  readonly base: FlowDocument | undefined;
  readonly imported: boolean;
  readonly broken: ProblemData | undefined;
  readonly save: SaveState;
  readonly selection: CanvasSelection;
  readonly descriptors: Descriptors;
  readonly derived: DerivedFlow | undefined;
}

const emptySelection: CanvasSelection = { nodes: [], notes: [], wires: [] };

/** The slice of the page that is the flow: its document, undo, saving, selection, and what follows from the document. */
export const useEditor = create<EditorState>()(() => ({
  flowId: undefined,
  peek: undefined,
  history: undefined,
  revision: '',
  base: undefined,
  imported: false,
  broken: undefined,
  save: { state: 'saved' },
  selection: emptySelection,
  descriptors: new Map(),
  derived: undefined,
}));

function withHistory(state: EditorState, history: History): Partial<EditorState> {
  if (history.document === state.history?.document) return { history };
  return {
    history,
    ...(!state.peek && { derived: deriveFlow(history.document, state.descriptors, state.derived) }),
    save: state.save.state === 'conflict' || state.save.state === 'gone' ? state.save : { state: 'unsaved' },
  };
}

function setHistory(next: (history: History) => History): void {
  useEditor.setState((state) => (state.history && !state.peek ? withHistory(state, next(state.history)) : {}));
}

/** The document that the canvas shows: the flow, or what is peeked at. */
export function shownDocument({ peek, history }: Pick<EditorState, 'peek' | 'history'>): FlowDocument | undefined {
  return peek?.document ?? history?.document;
}

/** Shows another state of the flow, read only, until {@link endPeek}. */
export function peekAt(peek: Peek): void {
  useEditor.setState(({ descriptors }) => ({
    peek,
    selection: emptySelection,
    derived: deriveFlow(peek.document, descriptors, undefined),
  }));
}

/** Shows the flow as it is again; with `of` only where a state of this sort is shown. */
export function endPeek(of?: Peek['of']): void {
  useEditor.setState(({ peek, history, descriptors }) =>
    peek && (of === undefined || peek.of === of)
      ? {
          peek: undefined,
          selection: emptySelection,
          derived: history && deriveFlow(history.document, descriptors, undefined),
        }
      : {},
  );
}

/** A pause of this length, in milliseconds, ends a gesture: typing goes on as another step of undo. */
const gesturePause = 2000;
let lastChange = 0;

/** Changes the document, as one step of undo; commands of one gesture join to one. A flow that can't be read stays as it is. */
export function changeFlow(command: Command, gesture?: string, named?: NamedStep): void {
  if (useEditor.getState().broken) return;
  const isPaused = Date.now() - lastChange > gesturePause;
  lastChange = Date.now();
  setHistory((history) => change(isPaused ? endGesture(history) : history, command, gesture, named));
}

/** Takes the last change of this page back. A flow that can't be read stays as it is. */
export function undoChange(): void {
  if (!useEditor.getState().broken) setHistory(undo);
}

/** Makes the last change that was taken back again. */
export function redoChange(): void {
  if (!useEditor.getState().broken) setHistory(redo);
}

/** What is done next is a step of undo of its own: a person went to another field, or selected something else. */
function endCurrentGesture(): void {
  setHistory(endGesture);
}

/** Shows a flow that was loaded; its undo begins here. */
export function showFlow(saved: SavedFlow): void {
  useEditor.setState((state) => ({
    flowId: saved.id,
    peek: undefined,
    history: createHistory(saved.document),
    revision: saved.revision,
    base: saved.document,
    imported: saved.imported,
    broken: saved.broken,
    save: { state: 'saved' },
    selection: emptySelection,
    derived: deriveFlow(saved.document, state.descriptors, undefined),
  }));
}

/** The state of the page once `saved` is what it stands on, with `history` on top of it. */
function standOn(state: EditorState, saved: SavedFlow, history: History, save: SaveState): Partial<EditorState> {
  return {
    history,
    revision: saved.revision,
    base: saved.document,
    imported: saved.imported,
    broken: saved.broken,
    save,
    ...(!state.peek && { derived: deriveFlow(history.document, state.descriptors, state.derived) }),
  };
}

/** Takes over what someone else saved; undo keeps to this page's own changes. */
export function takeOver(saved: SavedFlow): void {
  useEditor.setState((state) => {
    const history = state.history ? replaceOutside(state.history, saved.document) : createHistory(saved.document);
    return standOn(state, saved, history, { state: 'saved' });
  });
}

/**
 * Takes over what someone else saved, with this page's own changes on top; that is to be saved next. `merged` has theirs wherever
 * both collide, `chosen` what a person chose instead: a step of undo of its own, which leads back to theirs.
 */
export function takeMerged(saved: SavedFlow, merged: FlowDocument, chosen: FlowDocument): void {
  useEditor.setState((state) => {
    if (!state.history) return {};
    const history = endGesture(change(replaceOutside(state.history, merged), replaceFlow(chosen), undefined, 'merge'));
    return standOn(state, saved, history, { state: 'unsaved' });
  });
}

/** Shows a version that was restored on the server: a step that undo takes back. */
export function takeRestored(saved: SavedFlow): void {
  useEditor.setState((state) => {
    if (!state.history) return {};
    const history = endGesture(change(endGesture(state.history), replaceFlow(saved.document), undefined, 'restore'));
    return standOn(state, saved, history, { state: 'saved' });
  });
}

/** Leaves the flow. */
export function closeFlow(): void {
  useEditor.setState({
    flowId: undefined,
    peek: undefined,
    history: undefined,
    base: undefined,
    derived: undefined,
    selection: emptySelection,
  });
}

/** Sets the node types of this server. */
export function setDescriptors(descriptors: Descriptors): void {
  useEditor.setState((state) => {
    const document = shownDocument(state);
    return { descriptors, derived: document && deriveFlow(document, descriptors, undefined) };
  });
}

/** Selects on the canvas. */
export function select(selection: Partial<CanvasSelection>): void {
  endCurrentGesture();
  useEditor.setState({ selection: { ...emptySelection, ...selection } });
}

/** The wire of this id. */
export function wireOfId(id: string): CanvasWire | undefined {
  return useEditor.getState().derived?.canvas.wires.find((wire) => wire.id === id);
}
