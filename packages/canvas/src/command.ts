import type { FlowDocument, FlowNode, Input, Layout, ScopeState } from '@jacquard/flow';
import { create } from 'mutative';

/** A node while a command changes it. Inputs are replaced whole, never changed inside. */
export interface NodeDraft extends Omit<
  { -readonly [Key in keyof FlowNode]: FlowNode[Key] },
  'inputs' | 'state' | 'nodes' | 'outputs'
> {
  inputs?: Record<string, Input> | undefined;
  state?: Record<string, ScopeState> | undefined;
  nodes?: Record<string, NodeDraft> | undefined;
  outputs?: Record<string, { readonly from: string }> | undefined;
}

/** A document while a command changes it. */
export interface FlowDraft {
  name: string;
  overrides?: string[] | undefined;
  nodes: Record<string, NodeDraft>;
  types?: Record<string, number> | undefined;
  layout?: Layout | undefined;
}

/** A change of the document. It changes nothing when what it names is gone. */
export type Command = (draft: FlowDraft) => void;

/** The document after a command. What it didn't touch stays the same object; a command without effect gives `flow` back. */
export function applyCommand(flow: FlowDocument, command: Command): FlowDocument {
  const untyped: unknown = create(flow as object, (draft) => command(draft as FlowDraft)); // boundary: mutative's own draft type recurses too deep
  return untyped as FlowDocument; // boundary: as above
}

/** Several commands as one. */
export function inOrder(...commands: readonly Command[]): Command {
  return (draft) => commands.forEach((command) => command(draft));
}
