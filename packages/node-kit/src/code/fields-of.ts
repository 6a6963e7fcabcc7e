import type { CodeOutput, ComponentCodeContext } from './node-code.ts';
import { literalText } from './source-text.ts';

/** The value of a field that holds a text or a choice. */
export function wordOf({ literal }: Pick<ComponentCodeContext, 'literal'>, port: string): string {
  const value = literal(port);
  return typeof value === 'string' ? value : '';
}

/** The fields of a model's node that are numbers, as fields of LangChain's constructor. */
export function fieldsOf(
  { literal }: ComponentCodeContext,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = literal(name);
      return value === undefined || value === null ? [] : [[name, literalText(value)] as const];
    }),
  );
}

/** Outputs that a step's value has as members of their own names: `it.answer`. */
export function memberOutputs(...ports: readonly string[]): Readonly<Record<string, CodeOutput>> {
  return Object.fromEntries(ports.map((port) => [port, { text: (it: string) => `${it}.${port}` }]));
}
