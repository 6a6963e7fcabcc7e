import type { Recipe } from '@jacquard/executor';
import { ownValue, Problem, type JsonValue } from '@jacquard/flow';
import { objectText, refuseCode, type CodeContext, type CodeInput, type CodeModel } from '@jacquard/node-kit/code';
import type { Block } from './block.ts';
import { modelOf } from './model-of.ts';
import { readSource } from './read-source.ts';
import type { NodeToWrite } from './node-to-write.ts';
import type { Writing } from './writing.ts';

/** What a node's own code is written from, in the block that it stands in. */
export function createCodeContext(writing: Writing, { node, sources }: NodeToWrite, block: Block): CodeContext {
  const { program } = writing;
  const required = new Set(node.inputs.filter(({ isRequired }) => isRequired).map(({ port }) => port));
  const copes = node.definition.code?.copesWithNothing === true;
  const fallbacks = new Map(node.inputs.map(({ port, fallback }) => [port, fallback]));
  const read = (port: string): CodeInput | undefined => {
    const source = sources.get(port)?.source;
    if (source === undefined || source.how === 'never') return literalInput(fallbacks.get(port), node, port);
    const isRequired = required.has(port) && node.requiresOneOf?.has(port) !== true && !copes;
    return readSource(source, block, program.use, isRequired);
  };
  return {
    input: read,
    literal: (port) => literalOf(read(port), port),
    extra: new Map(
      [...sources].flatMap(([port, { isExtra }]) => {
        const input = isExtra ? read(port) : undefined;
        return input === undefined ? [] : [[port, input] as const];
      }),
    ),
    read: writing.live.get(node) ?? new Set(),
    use: program.use,
    load: program.load,
    history() {
      if (!writing.isTop) throw new Problem('code-history-in-sub-flow');
      program.usesHistory = true;
      return `(${program.history} ?? [])`;
    },
    model(port, settings = {}) {
      const source = sources.get(port)?.source;
      return source?.how === 'model' ? modelText(writing, source.recipe, settings) : refuseCode(port);
    },
  };
}

function literalInput(value: JsonValue | undefined, node: NodeToWrite['node'], port: string): CodeInput | undefined {
  if (value === undefined) return undefined;
  const kind = ownValue(node.descriptor.inputs, port)?.kind ?? { kind: 'any' };
  return { text: JSON.stringify(value), kind, mayBeAbsent: false, literal: value };
}

function literalOf(input: CodeInput | undefined, port: string): JsonValue | undefined {
  if (input !== undefined && input.literal === undefined) throw new Problem('code-setting-closed', { setting: port });
  return input?.literal;
}

function modelText(
  { program }: Writing,
  recipe: Recipe,
  given: Readonly<Record<string, CodeInput | undefined>>,
): CodeModel {
  const model = modelOf(program, recipe);
  const { takesSeed, takesSchema } = model;
  const settings = Object.entries(given).flatMap(([name, input]) =>
    input === undefined || input.literal === null ? [] : [[name, input] as const],
  );
  if (settings.length === 0) {
    program.plain.add(recipe.node);
    return { text: model.name, takesSeed, takesSchema };
  }
  program.copied.add(recipe.node);
  const own = objectText(settings.map(([name, { text }]) => [name, text]));
  const text = `new ChatOpenAI({ ...${model.settings}, ${own.slice(1, -1).trim()} })`;
  return { text, takesSeed, takesSchema };
}
