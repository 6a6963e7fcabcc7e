import { isJsonList, isJsonObject, type JsonValue } from '@jacquard/flow';
import { propertyName, quoteJson, quotePython, quoteTypeScript } from './quote-text.ts';

/** How a language writes what JSON can hold. */
export interface ValueSyntax {
  quote(text: string): string;
  /** A name before a colon. */
  key(name: string): string;
  readonly words: Readonly<Record<'true' | 'false' | 'null', string>>;
  readonly indent: string;
  /** What may stand after the last item of a list over several lines. */
  readonly lastComma: string;
}

const jsonWords = { true: 'true', false: 'false', null: 'null' };

export const jsonSyntax: ValueSyntax = {
  quote: quoteJson,
  key: quoteJson,
  words: jsonWords,
  indent: '  ',
  lastComma: '',
};

export const typeScriptSyntax: ValueSyntax = {
  quote: quoteTypeScript,
  // `__proto__` before a colon would set the prototype; in a type it is only a name.
  key: (name) => (name === '__proto__' ? "['__proto__']" : propertyName(name)),
  words: jsonWords,
  indent: '  ',
  lastComma: ',',
};

export const pythonSyntax: ValueSyntax = {
  quote: quotePython,
  key: quotePython,
  words: { true: 'True', false: 'False', null: 'None' },
  indent: '    ',
  lastComma: ',',
};

/** A name of a variable, where a value would stand. */
interface Variable {
  readonly variable: string;
}

/** A value in which variables stand for some. */
export type WrittenValue =
  | Variable
  | WrittenObject
  | { readonly items: readonly WrittenValue[] }
  | { readonly value: JsonValue };
/** An object, by its fields, so that a name can be anything. */
export interface WrittenObject {
  readonly fields: readonly (readonly [string, WrittenValue])[];
}

/** Longer than this, a list or an object goes over several lines. */
const widest = 72;

/** Writes a value as a literal; what stands over several lines is indented from `indent`. */
export function writeValue(value: WrittenValue, syntax: ValueSyntax, indent = ''): string {
  if ('variable' in value) return value.variable;
  if ('value' in value) return writeJson(value.value, syntax, indent);
  if ('fields' in value) {
    const entries = value.fields.map(([name, item]): [string, Write] => [
      name,
      (inner) => writeValue(item, syntax, inner),
    ]);
    return writeObject(entries, syntax, indent);
  }
  return writeList(
    value.items.map((item) => (inner) => writeValue(item, syntax, inner)),
    syntax,
    indent,
  );
}

type Write = (indent: string) => string;

function writeJson(value: JsonValue, syntax: ValueSyntax, indent: string): string {
  if (typeof value === 'string') return syntax.quote(value);
  if (isJsonList(value))
    return writeList(
      value.map((item) => (inner) => writeJson(item, syntax, inner)),
      syntax,
      indent,
    );
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([name, item]): [string, Write] => [
      name,
      (inner) => writeJson(item, syntax, inner),
    ]);
    return writeObject(entries, syntax, indent);
  }
  if (value === null) return syntax.words.null;
  return typeof value === 'boolean' ? syntax.words[value ? 'true' : 'false'] : String(value);
}

function writeObject(entries: readonly [string, Write][], syntax: ValueSyntax, indent: string): string {
  const items = entries.map(
    ([name, write]): Write =>
      (inner) =>
        `${syntax.key(name)}: ${write(inner)}`,
  );
  const space = syntax === typeScriptSyntax ? ' ' : '';
  return writeItems(items, [`{${space}`, `${space}}`], syntax, indent);
}

function writeList(items: readonly Write[], syntax: ValueSyntax, indent: string): string {
  return writeItems(items, ['[', ']'], syntax, indent);
}

function writeItems(
  items: readonly Write[],
  [open, close]: readonly [string, string],
  syntax: ValueSyntax,
  indent: string,
): string {
  if (items.length === 0) return `${open.trim()}${close.trim()}`;
  const line = `${open}${items.map((write) => write(indent)).join(', ')}${close}`;
  if (!line.includes('\n') && line.length + indent.length <= widest) return line;
  const inner = indent + syntax.indent;
  const lines = items.map((write) => inner + write(inner));
  return `${open.trim()}\n${lines.join(',\n')}${syntax.lastComma}\n${indent}${close.trim()}`;
}
