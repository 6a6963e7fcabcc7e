import type { Descriptors, ProblemData } from '@jacquard/flow';
import {
  change,
  createHistory,
  redo,
  replaceOutside,
  undo,
  type CanvasWire,
  type Command,
  type History,
} from '@jacquard/canvas';
import type { SavedFlow } from '@jacquard/protocol';
import { create } from 'zustand';
import { deriveFlow, type DerivedFlow } from './derive-flow.ts';

/** How the document on the page stands to the saved one. */
type SaveState =
  | { readonly state: 'saved' | 'unsaved' | 'saving' }
  /** Saved by someone else in the meantime: a person decides. */
  | { readonly state: 'conflict'; readonly theirs: SavedFlow }
  | { readonly state: 'failed'; readonly problem: unknown }
  /** The flow was deleted elsewhere. */
  | { readonly state: 'gone' };

/** What is selected on the canvas. */
export interface CanvasSelection {
  readonly nodes: readonly string[];
  readonly notes: readonly string[];
  readonly wires: readonly string[];
}

export interface EditorState {
  readonly flowId: string | undefined;
  readonly history: History | undefined;
  readonly revision: string;
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
  history: undefined,
  revision: '',
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
    derived: deriveFlow(history.document, state.descriptors, state.derived),
    save: state.save.state === 'conflict' || state.save.state === 'gone' ? state.save : { state: 'unsaved' },
  };
}

function setHistory(next: (history: History) => History): void {
  useEditor.setState((state) => (state.history ? withHistory(state, next(state.history)) : {}));
}

/** Changes the document, as one step of undo; commands of one gesture join to one. A flow that can't be read stays as it is. */
export function changeFlow(command: Command, gesture?: string): void {
  if (useEditor.getState().broken) return;
  setHistory((history) => change(history, command, gesture));
}

/** Takes the last change of this page back. */
export function undoChange(): void {
  setHistory(undo);
}

/** Makes the last change that was taken back again. */
export function redoChange(): void {
  setHistory(redo);
}

/** Shows a flow that was loaded; its undo begins here. */
export function showFlow(saved: SavedFlow): void {
  useEditor.setState((state) => ({
    flowId: saved.id,
    history: createHistory(saved.document),
    revision: saved.revision,
    imported: saved.imported,
    broken: saved.broken,
    save: { state: 'saved' },
    selection: emptySelection,
    derived: deriveFlow(saved.document, state.descriptors, undefined),
  }));
}

/** Takes over what someone else saved; undo keeps to this page's own changes. */
export function takeOver(saved: SavedFlow): void {
  useEditor.setState((state) => {
    const history = state.history ? replaceOutside(state.history, saved.document) : createHistory(saved.document);
    return {
      history,
      revision: saved.revision,
      imported: saved.imported,
      broken: saved.broken,
      save: { state: 'saved' },
      derived: deriveFlow(saved.document, state.descriptors, state.derived),
    };
  });
}

/** Leaves the flow. */
export function closeFlow(): void {
  useEditor.setState({
    flowId: undefined,
    history: undefined,
    derived: undefined,
    selection: emptySelection,
  });
}

/** Sets the node types of this server. */
export function setDescriptors(descriptors: Descriptors): void {
  useEditor.setState((state) => ({
    descriptors,
    derived: state.history && deriveFlow(state.history.document, descriptors, undefined),
  }));
}

/** Selects on the canvas. */
export function select(selection: Partial<CanvasSelection>): void {
  useEditor.setState({ selection: { ...emptySelection, ...selection } });
}

/** The wire of this id. */
export function wireOfId(id: string): CanvasWire | undefined {
  return useEditor.getState().derived?.canvas.wires.find((wire) => wire.id === id);
}
