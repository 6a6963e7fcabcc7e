import type { NodePlan } from '@jacquard/executor';
import { commentText, propertyText } from '@jacquard/node-kit/code';
import type { Kind } from '@jacquard/flow';
import type { Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import type { Writing } from './writing.ts';

/** Declares a variable of the node's name, with its title above it. */
export function declare(
  writing: Writing,
  node: Pick<NodePlan, 'id'>,
  block: Block,
  { type, value }: { readonly type: string; readonly value: string },
): Variable {
  const variable = writing.program.variable(node.id, type, block);
  const title = writing.nodes.get(node.id)?.title;
  block.statements.push({ declares: variable, value, comment: title === undefined ? '' : commentText(title) });
  return variable;
}

/** An output that is a property of what a variable holds. */
export function memberReference(
  about: { readonly variable: Variable; readonly kind: Reference['kind']; readonly when: readonly string[] },
  port: string,
  mayBeUndefined: boolean,
): Reference {
  const { variable, kind, when } = about;
  const text = (name: string, isOutside: boolean): string => propertyText(name, port, isOutside);
  if (!mayBeUndefined) return { kind, variable, text, mayBeUndefined, when };
  const check = (name: string, isOutside: boolean): string => `${text(name, isOutside)} !== undefined`;
  return { kind, variable, text, check, mayBeUndefined, when: [...when, check(variable.name, false)] };
}

/** A value that is always there, by the name of its variable. */
export function plainReference(variable: Variable, kind: Kind): Reference {
  return { kind, variable, text: (name) => name, mayBeUndefined: false, when: [] };
}

/** The same, of a variable that may be undefined. */
export function maybeReference(variable: Variable, kind: Kind, when: readonly string[]): Reference {
  const check = (name: string): string => `${name} !== undefined`;
  return { ...plainReference(variable, kind), check, mayBeUndefined: true, when: [...when, check(variable.name)] };
}

/** A reference as what a step reads. */
export function asSource(reference: Reference): Source & { readonly how: 'reference' } {
  return { how: 'reference', reference, kind: reference.kind };
}
