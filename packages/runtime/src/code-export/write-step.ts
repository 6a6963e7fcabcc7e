import { Problem, type Kind } from '@jacquard/flow';
import { keyText, kindType, type CodeOutput, type StepCode } from '@jacquard/node-kit/code';
import { whenOf, type Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { createCodeContext } from './code-context.ts';
import { asSource, declare } from './declare-variable.ts';
import type { NodeToWrite } from './node-to-write.ts';
import type { Writing } from './writing.ts';

/** A step as its node's own code has it: one expression in a variable of the node's name. */
export async function writeStep(
  writing: Writing,
  given: NodeToWrite,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { node, sources } = given;
  const { code } = node.definition;
  if (code === undefined) throw new Problem('code-node-closed', { type: node.type });
  const step = await code.write(createCodeContext(writing, given, block));
  const kindOf = (port: string): Kind =>
    writing.ports.get(node.id)?.outputs[port]?.kind ?? node.outputs[port] ?? { kind: 'any' };
  const [first = ''] = Object.keys(node.outputs);
  const outputs = step.outputs ?? { [first]: { text: (it: string) => it } };
  const type = typeOf(writing, step, outputs, kindOf);
  const variable = declare(writing, node, block, { type, value: step.value });
  return new Map(
    [...(writing.live.get(node) ?? [])].map((port) => {
      const output = Object.hasOwn(outputs, port) ? outputs[port] : undefined;
      if (output === undefined) throw new Problem('code-output-closed', { output: port });
      const reference = referenceOf({ output, variable, kind: kindOf(port), block, given });
      const passed = output.passes === undefined ? undefined : sources.get(output.passes)?.source;
      return [port, asSource({ ...reference, ...(passed && { passed }) })] as const;
    }),
  );
}

function typeOf(
  { program }: Writing,
  step: StepCode,
  outputs: NonNullable<StepCode['outputs']>,
  kindOf: (port: string) => Kind,
): string {
  if (step.type !== undefined) return step.type;
  const portType = (port: string): string => kindType(kindOf(port), program.use) ?? 'unknown';
  const ports = Object.entries(outputs);
  const [only] = ports;
  if (step.outputs === undefined && only !== undefined) return portType(only[0]);
  const fields = ports.map(
    ([port, { mayBeUndefined }]) =>
      `${keyText(port)}: ${portType(port)}${mayBeUndefined === true ? ' | undefined' : ''}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function referenceOf(about: {
  readonly output: CodeOutput;
  readonly variable: Variable;
  readonly kind: Kind;
  readonly block: Block;
  readonly given: NodeToWrite;
}): Reference {
  const { output, variable, kind, block, given } = about;
  const isConditional = whenOf(block).size > 0;
  const copes = given.node.definition.code?.copesWithNothing === true && given.when.length > 0;
  const mayBeUndefined = output.mayBeUndefined === true || copes;
  const text = (name: string, isOutside: boolean): string =>
    isOutside && isConditional && output.text(name) !== name ? output.text(`${name}?`) : output.text(name);
  const { when } = output;
  const own = { kind, variable, text, mayBeUndefined };
  if (when === undefined && !mayBeUndefined) return { ...own, when: given.when };
  const check = (name: string, isOutside: boolean): string =>
    when === undefined ? `${text(name, isOutside)} !== undefined` : when(name, isOutside && isConditional);
  return { ...own, check, when: copes ? given.when : [...given.when, check(variable.name, false)] };
}
