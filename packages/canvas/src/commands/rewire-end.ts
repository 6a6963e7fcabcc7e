import type { Command, NodeDraft } from '../command.ts';
import { findNode } from '../find-node.ts';
import { parseHandle, realEnd } from '../projection/handle-id.ts';
import type { CanvasWire } from '../projection/project-wires.ts';
import type { WireEnd } from './connect.ts';
import { replaceSources, type ReplaceSource } from './replace-sources.ts';
import { setOwn } from './set-own.ts';

/** Where a wire is read: an input of a node, or an inner end of a scope. */
export interface ReadingEnd extends WireEnd {
  readonly side: 'in' | 'result' | 'next' | 'until' | 'first';
}

/** The end at which a wire of the canvas is read. */
export function readingEnd({ target, targetHandle }: Pick<CanvasWire, 'target' | 'targetHandle'>): ReadingEnd {
  const { node, handle } = realEnd({ node: target, handle: targetHandle });
  const { side, port } = parseHandle(handle);
  const isInside = side === 'result' || side === 'next' || side === 'until' || side === 'first';
  return { node, port, side: isInside ? side : 'in' };
}

/** Puts `next` in the place of one source; undefined takes it away. All others stay. */
export function inPlaceOf(from: string, next: string | undefined): ReplaceSource {
  return (address) => (address === from ? next : address);
}

/** Replaces the sources that one end reads; the other wires of a list stay, in their order. */
export function rewireEnd(to: ReadingEnd, replace: ReplaceSource): Command {
  return (draft) => {
    const node = findNode(draft, to.node)?.node;
    if (node) rewire(node, to, replace);
  };
}

function rewire(node: NodeDraft, { side, port }: ReadingEnd, replace: ReplaceSource): void {
  if (side === 'until') {
    if (node.until !== undefined) setOwn(node, 'until', replaceSources(node.until, replace));
  } else if (side === 'result') rewireResult(node, port, replace);
  else if (side === 'in') rewireInput(node, port, replace);
  else {
    const state = node.state && Object.hasOwn(node.state, port) ? node.state[port] : undefined;
    if (!node.state || !state) return;
    const replaced = replaceSources(state[side], replace) ?? null;
    if (replaced !== state[side]) node.state[port] = { ...state, [side]: replaced };
  }
}

function rewireInput(node: NodeDraft, port: string, replace: ReplaceSource): void {
  const held = node.inputs && Object.hasOwn(node.inputs, port) ? node.inputs[port] : undefined;
  if (!node.inputs || held === undefined) return;
  setOwn(node.inputs, port, replaceSources(held, replace));
  if (Object.keys(node.inputs).length === 0) delete node.inputs;
}

function rewireResult(node: NodeDraft, port: string, replace: ReplaceSource): void {
  const held = node.outputs && Object.hasOwn(node.outputs, port) ? node.outputs[port] : undefined;
  if (!node.outputs || !held) return;
  const from = replace(held.from);
  if (from !== held.from) setOwn(node.outputs, port, from === undefined ? undefined : { from });
}
