import {
  connect,
  connectionCheck,
  parseHandle,
  realEnd,
  setScopeOutput,
  setScopeState,
  setUntil,
  type Command,
  type Refusal,
} from '@jacquard/canvas';
import { nodesById, type FlowDocument } from '@jacquard/flow';
import { useEditor } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';

/** The two ends of a wire that is being drawn, as React Flow gives them. */
export interface DrawnWire {
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string | null | undefined;
  readonly targetHandle?: string | null | undefined;
}

/** The command that a drawn wire stands for, or why it can't be drawn. */
export type WireResult = { readonly command: Command } | { readonly refused: Refusal };

/**
 * Checks a drawn wire and turns it into a command. Undefined while one of its ends is missing. `document`: the flow that
 * it is drawn in, when that isn't the open one as it stands.
 */
export function wireOf(
  { source, target, sourceHandle, targetHandle }: DrawnWire,
  document: FlowDocument | undefined = useEditor.getState().history?.document,
): WireResult | undefined {
  const { descriptors } = useEditor.getState();
  if (!document || !sourceHandle || !targetHandle) return undefined;
  const begin = realEnd({ node: source, handle: sourceHandle });
  const end = realEnd({ node: target, handle: targetHandle });
  const from = `${begin.node}.${parseHandle(begin.handle).port}`;
  const { side, port } = parseHandle(end.handle);
  if (side !== 'in') return { command: insideCommand(end.node, side, port, from) };
  const to = { node: end.node, port };
  const context = { flowInterface: knownFlows.interfaceOf };
  const check = connectionCheck(document, descriptors, { from, to }, context);
  return check.isAllowed ? { command: connect(from, to, check.onList) } : { refused: check };
}

/** A wire that ends at a scope from the inside: an output of it, its next state, or when it ends. */
function insideCommand(scope: string, side: string, port: string, from: string): Command {
  const node = useEditor.getState().history && nodesById(documentOf()).get(scope)?.node;
  if (side === 'until') return setUntil(scope, { from });
  const state = node?.state?.[port];
  if (side === 'next') return setScopeState(scope, port, { first: state?.first ?? '', next: { from } });
  if (side === 'first') return setScopeState(scope, port, { first: { from }, next: state?.next ?? '' });
  return setScopeOutput(scope, port === '' ? freeName(from, Object.keys(node?.outputs ?? {})) : port, from);
}

function documentOf(): Parameters<typeof nodesById>[0] {
  return useEditor.getState().history?.document ?? { nodes: {} };
}

/** An output is named after the port that it shows, numbered when that name is taken. */
function freeName(from: string, taken: readonly string[]): string {
  const base = from.split('.')[1] ?? 'output';
  let name = base;
  for (let number = 2; taken.includes(name); number += 1) name = `${base}-${number}`;
  return name;
}
