import type { Kind } from '@jacquard/flow';
import type { CodePart } from './node-code.ts';
import { stringText } from './source-text.ts';

/** JSON, as a type. */
export const jsonPart: CodePart = {
  name: 'Json',
  source: 'type Json = null | boolean | number | string | Json[] | { [name: string]: Json };',
};

/** A table, as a type. */
export const tablePart: CodePart = {
  name: 'Table',
  source: `/** Columns in order, and each row by the names of the columns. */
type Table = { columns: string[]; rows: Record<string, Cell>[] };
type Cell = string | number | boolean | null;`,
};

/** A message of a conversation, as a type that LangChain's models take. */
export const messagePart: CodePart = {
  name: 'Message',
  source: "type Message = { role: 'system' | 'user' | 'assistant'; content: string };",
};

/** The TypeScript type of a kind's values; undefined for kinds that generated code doesn't know. Files are paths. */
export function kindType(kind: Kind, use: (part: CodePart) => string): string | undefined {
  switch (kind.kind) {
    case 'text':
    case 'file':
      return 'string';
    case 'choice':
      return kind.options === undefined || kind.options.length === 0
        ? 'string'
        : kind.options.map(stringText).join(' | ');
    case 'number':
    case 'boolean':
      return kind.kind;
    case 'json':
    case 'any':
    case 'variable':
      return use(jsonPart);
    case 'table':
      return use(tablePart);
    case 'messages':
      return `${use(messagePart)}[]`;
    case 'list': {
      const item = kindType(kind.of, use);
      return item === undefined ? undefined : item.includes(' ') ? `(${item})[]` : `${item}[]`;
    }
    default:
      return undefined;
  }
}
