import { isInputList, wireOf, type Input } from '@jacquard/flow';
import type { NodeDraft } from '../command.ts';
import { setOwn } from './set-own.ts';

/** What a source is read as instead: another input, which may be a value; undefined takes it away. */
export type Substitute = (address: string) => Input | undefined;

/** Puts other inputs in the place of all sources that a node reads by its inputs, state, until and fallback. */
export function substituteSources(node: NodeDraft, substitute: Substitute): void {
  for (const [port, input] of Object.entries(node.inputs ?? {})) {
    if (node.inputs) setOwn(node.inputs, port, replaced(input, substitute));
  }
  for (const [name, { first, next }] of Object.entries(node.state ?? {})) {
    const state = { first: replaced(first, substitute) ?? null, next: replaced(next, substitute) ?? null };
    if (node.state) node.state[name] = state;
  }
  if (node.until !== undefined) setOwn(node, 'until', replaced(node.until, substitute));
  if (typeof node.onError === 'object') {
    const fallback = Object.entries(node.onError.fallback).map(([port, input]) => {
      return [port, replaced(input, substitute) ?? null] as const;
    });
    node.onError = { fallback: Object.fromEntries(fallback) };
  }
  for (const [name, { from }] of Object.entries(node.outputs ?? {})) {
    const source = wireOf(substitute(from));
    if (node.outputs) setOwn(node.outputs, name, source === undefined ? undefined : { from: source });
  }
}

function replaced(input: Input, substitute: Substitute): Input | undefined {
  if (isInputList(input)) return input.flatMap((item) => replaced(item, substitute) ?? []);
  const from = wireOf(input);
  return from === undefined ? input : substitute(from);
}
