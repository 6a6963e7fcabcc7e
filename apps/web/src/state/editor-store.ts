import type { Descriptors, FlowDocument, ProblemData } from '@jacquard/flow';
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
  peek: undefined,
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

/** Changes the document, as one step of undo; commands of one gesture join to one. A flow that can't be read stays as it is. */
export function changeFlow(command: Command, gesture?: string): void {
  const { broken, peek } = useEditor.getState();
  if (broken || peek) return;
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
    peek: undefined,
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
      ...(!state.peek && { derived: deriveFlow(saved.document, state.descriptors, state.derived) }),
    };
  });
}

/** Leaves the flow. */
export function closeFlow(): void {
  useEditor.setState({
    flowId: undefined,
    peek: undefined,
    history: undefined,
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
  useEditor.setState({ selection: { ...emptySelection, ...selection } });
}

/** The wire of this id. */
export function wireOfId(id: string): CanvasWire | undefined {
  return useEditor.getState().derived?.canvas.wires.find((wire) => wire.id === id);
}
