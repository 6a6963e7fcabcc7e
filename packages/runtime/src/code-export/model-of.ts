import type { Recipe } from '@jacquard/executor';
import { Problem, type JsonValue } from '@jacquard/flow';
import { chatOpenAi, objectText } from '@jacquard/node-kit/code';
import type { Program, ProgramModel } from './program.ts';

/** The model of a recipe, declared once in the program. Throws refusals. */
export function modelOf(program: Program, recipe: Recipe): ProgramModel {
  const known = program.models.get(recipe);
  if (known !== undefined) return known;
  const write = recipe.definition.componentCode;
  if (write === undefined) throw new Problem('code-model-closed', { model: recipe.node, type: recipe.type });
  const { fields, takesSeed, takesSchema, variables } = write({
    literal: (port) => literalOf(recipe, port),
    secret: (port) => secretOf(program, recipe, port),
  });
  for (const variable of variables) program.variables.set(variable.name, variable);
  const className = program.load(chatOpenAi);
  const name = program.names.take(recipe.node);
  const settings = program.names.take(`${recipe.node}-settings`);
  const object = objectText(Object.entries(fields));
  const declaration: ProgramModel['declaration'] = ({ isPlain, isCopied }) =>
    isCopied
      ? `const ${settings} = ${object};${isPlain ? `\nconst ${name} = new ${className}(${settings});` : ''}`
      : `const ${name} = new ${className}(${object});`;
  const model = { name, settings, declaration, takesSeed, takesSchema };
  program.models.set(recipe, model);
  return model;
}

function literalOf({ inputs }: Recipe, name: string): JsonValue | undefined {
  const binding = inputs.find(({ port }) => port === name)?.binding;
  if (binding === undefined) return undefined;
  if (binding.how !== 'literal') throw new Problem('code-setting-closed', { setting: name });
  return binding.value;
}

function secretOf({ externals }: Program, { inputs }: Recipe, name: string): string | undefined {
  const binding = inputs.find(({ port }) => port === name)?.binding;
  const external = binding?.how === 'external' ? externals[binding.external] : undefined;
  if (binding !== undefined && external?.what !== 'secret') throw new Problem('code-setting-closed', { setting: name });
  return external?.what === 'secret' ? external.name : undefined;
}
