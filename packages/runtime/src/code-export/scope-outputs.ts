import type { NodePlan } from '@jacquard/executor';
import type { Kind } from '@jacquard/flow';
import type { CodeInput } from '@jacquard/node-kit/code';
import type { Block } from './block.ts';
import type { Source } from './code-value.ts';
import { readSource } from './read-source.ts';
import { sourceOf } from './source-of.ts';
import type { CodeFrame, Writing } from './writing.ts';

/** An output of a scope that something reads, as its inner graph gives it. */
export interface ScopeResult {
  readonly name: string;
  readonly source: Source;
  readonly kind: Kind;
  readonly read: CodeInput;
}

/** The outputs of a scope that something reads, read at the end of its body; those that never come are left out. */
export function scopeOutputs(writing: Writing, node: NodePlan, within: CodeFrame, body: Block): ScopeResult[] {
  const live = writing.live.get(node);
  return (node.scope?.outputs ?? []).flatMap(({ name, binding, kind }) => {
    if (live?.has(name) !== true) return [];
    const source = sourceOf(writing, within, binding, kind);
    if (source.how === 'never') return [];
    return [{ name, source, kind: source.kind, read: readSource(source, body, writing.program.use, false) }];
  });
}
