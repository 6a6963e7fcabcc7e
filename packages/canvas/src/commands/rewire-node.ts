import type { Input } from '@jacquard/flow';
import type { NodeDraft } from '../command.ts';
import { replaceSources, type ReplaceSource } from './replace-sources.ts';
import { setOwn } from './set-own.ts';

/** Replaces the sources of all that a node reads: inputs, state, until, fallback, and a scope's outputs. */
export function rewireNode(node: NodeDraft, replace: ReplaceSource): void {
  rewireRecord(node.inputs, replace);
  for (const [name, { first, next }] of Object.entries(node.state ?? {})) {
    const replaced = { first: replaceSources(first, replace) ?? null, next: replaceSources(next, replace) ?? null };
    if (node.state && (replaced.first !== first || replaced.next !== next)) node.state[name] = replaced;
  }
  if (node.until !== undefined) setOwn(node, 'until', replaceSources(node.until, replace));
  if (typeof node.onError === 'object') {
    const fallback: Record<string, Input> = { ...node.onError.fallback };
    if (rewireRecord(fallback, replace)) node.onError = { fallback };
  }
  for (const [name, { from }] of Object.entries(node.outputs ?? {})) {
    const source = replace(from);
    if (source !== from && node.outputs)
      setOwn(node.outputs, name, source === undefined ? undefined : { from: source });
  }
}

/** True when something was replaced. */
function rewireRecord(inputs: Record<string, Input> | undefined, replace: ReplaceSource): boolean {
  let isChanged = false;
  for (const [name, input] of Object.entries(inputs ?? {})) {
    const replaced = replaceSources(input, replace);
    if (replaced === input || !inputs) continue;
    setOwn(inputs, name, replaced);
    isChanged = true;
  }
  return isChanged;
}
