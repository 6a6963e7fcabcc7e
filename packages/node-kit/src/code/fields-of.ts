import type { ComponentCodeContext } from './node-code.ts';
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
