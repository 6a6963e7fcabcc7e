import type { ScopePlan } from '@jacquard/executor';
import type { FlowInterface, FlowPort, Kind } from '@jacquard/flow';
import {
  commentText,
  indent,
  keyText,
  kindType,
  literalText,
  objectText,
  propertyText,
  stringText,
} from '@jacquard/node-kit/code';
import { createBlock, prune, writeBlock, type Block } from './block.ts';
import type { Source } from './code-value.ts';
import { asSource, maybeReference, plainReference } from './declare-variable.ts';
import { readSource } from './read-source.ts';
import { externalOf, sourceOf } from './source-of.ts';
import type { CodeFrame, Writing } from './writing.ts';

/** A flow as a function: the types of what it takes and gives, and its body. */
export interface FlowFunction {
  readonly inputs: string;
  readonly outputs: string;
  readonly body: string;
  /** No input has to be given. */
  readonly takesNothing: boolean;
}

/** What of the plan a function is written from. */
export interface FunctionPlan {
  readonly root: ScopePlan;
  readonly interface: FlowInterface;
}

/** Writes a flow's steps as the body of a function of its inputs. */
export async function writeFunction(writing: Writing, { root, interface: flow }: FunctionPlan): Promise<FlowFunction> {
  const body = createBlock(undefined);
  if (flow.inputs.some(({ id }) => id === 'history')) writing.program.history = 'inputs.conversation';
  const inputs = flow.inputs.map((input) => ({ input, source: readInput(writing, body, input) }));
  const ports = new Map(inputs.map(({ input, source }) => [input.id, source] as const));
  const frame: CodeFrame = { outer: undefined, ports, outputs: new Map() };
  await writing.writeInner(root, frame, body);
  const outputs = root.outputs.flatMap(({ name, binding, kind }) => {
    const source = sourceOf(writing, frame, binding, kind);
    if (source.how === 'never') return [];
    return [{ name, kind, read: readSource(source, body, writing.program.use, false) }];
  });
  const result = objectText(outputs.map(({ name, read }) => [name, read.text]));
  const typeOf = (kind: Kind): string => kindType(kind, writing.program.use) ?? 'unknown';
  prune(body, result);
  return {
    body: indent([writeBlock(body), `return ${result};`].filter((text) => text !== '').join('\n')),
    inputs: typeText(
      inputs.map(({ input }) => ({ ...input, type: typeOf(input.kind) })),
      writing.isTop && writing.program.usesHistory
        ? [`${writing.program.history.slice('inputs.'.length)}?: Message[] | undefined;`]
        : [],
    ),
    outputs: typeText(
      outputs.map(({ name, kind, read }) => {
        const port = flow.outputs.find(({ id }) => id === name);
        return { id: name, title: port?.title, type: typeOf(kind), optional: read.mayBeAbsent };
      }),
      [],
    ),
    takesNothing: flow.inputs.every(({ optional }) => optional),
  };
}

function typeText(
  fields: readonly (Pick<FlowPort, 'id' | 'optional'> & {
    readonly title?: string | undefined;
    readonly type: string;
  })[],
  more: readonly string[],
): string {
  const lines = fields.flatMap(({ id, title, type, optional }) => [
    ...(title === undefined ? [] : [commentText(title)]),
    `${keyText(id)}${optional ? `?: ${type} | undefined` : `: ${type}`};`,
  ]);
  const all = [...lines, ...more];
  return all.length === 0 ? '{}' : `{\n${indent(all.join('\n'))}\n}`;
}

/** An input of the flow as a constant with its default. Nothing reads it: no constant. */
function readInput(writing: Writing, body: Block, input: FlowPort): Source {
  const { program } = writing;
  const { kind, id } = input;
  const type = kindType(kind, program.use);
  const variable = program.variable(id, type ?? 'unknown', body);
  const given = propertyText('inputs', id);
  const fallback = defaultOf(writing, input);
  const mayBeUndefined = fallback === undefined && input.optional;
  const value = fallback === undefined ? given : `${given} ?? ${fallback}`;
  if (fallback === undefined && !input.optional) {
    const missing = `if (${given} === undefined) throw new Error(${stringText(`The input “${id}” is missing.`)});`;
    body.statements.push({ results: [], lines: () => missing });
  }
  body.statements.push({ declares: variable, comment: '', value });
  return asSource(mayBeUndefined ? maybeReference(variable, kind, []) : plainReference(variable, kind));
}

function defaultOf(writing: Writing, input: FlowPort): string | undefined {
  if (input.default !== undefined) return literalText(input.default);
  const { defaultFrom: from } = input;
  if (from === undefined) return undefined;
  const external =
    'file' in from
      ? ({ what: 'file', flow: writing.flowId, reference: from } as const)
      : ({ what: 'setting', name: from.setting, fallback: from.default } as const);
  const source = externalOf(writing, external, input.kind);
  return source.how === 'text' ? source.text : undefined;
}
