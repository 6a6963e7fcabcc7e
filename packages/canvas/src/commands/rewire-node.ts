import type { Input } from '@jacquard/flow';
import type { NodeDraft } from '../command.ts';
import { replaceSources, type ReplaceSource } from './replace-sources.ts';
import { setOwn } from './set-own.ts';

/** Where in a node a source is read: `in` an input, `result` an output of a scope, the others by their names. */
export type ReadingSide = 'in' | 'first' | 'next' | 'until' | 'fallback' | 'result';

/** What to do with a source that is read at one place of a node. */
export type ReplaceAt = (address: string, side: ReadingSide, port: string) => ReturnType<ReplaceSource>;

/** Replaces the sources of all that a node reads: inputs, state, until, fallback, and a scope's outputs. */
export function rewireNode(node: NodeDraft, replaceAt: ReplaceAt): void {
  const at = (side: ReadingSide, port: string): ReplaceSource => {
    return (address) => replaceAt(address, side, port);
  };
  rewireRecord(node.inputs, (port) => at('in', port));
  for (const [name, { first, next }] of Object.entries(node.state ?? {})) {
    const replaced = {
      first: replaceSources(first, at('first', name)) ?? null,
      next: replaceSources(next, at('next', name)) ?? null,
    };
    if (node.state && (replaced.first !== first || replaced.next !== next)) node.state[name] = replaced;
  }
  if (node.until !== undefined) setOwn(node, 'until', replaceSources(node.until, at('until', 'until')));
  if (typeof node.onError === 'object') {
    const fallback: Record<string, Input> = { ...node.onError.fallback };
    if (rewireRecord(fallback, (port) => at('fallback', port))) node.onError = { fallback };
  }
  for (const [name, { from }] of Object.entries(node.outputs ?? {})) {
    const source = replaceAt(from, 'result', name);
    if (source !== from && node.outputs)
      setOwn(node.outputs, name, source === undefined ? undefined : { from: source });
  }
}

/** True when something was replaced. */
function rewireRecord(inputs: Record<string, Input> | undefined, at: (port: string) => ReplaceSource): boolean {
  let isChanged = false;
  for (const [name, input] of Object.entries(inputs ?? {})) {
    const replaced = replaceSources(input, at(name));
    if (replaced === input || !inputs) continue;
    setOwn(inputs, name, replaced);
    isChanged = true;
  }
  return isChanged;
}
