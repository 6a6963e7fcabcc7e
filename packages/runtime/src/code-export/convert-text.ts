import { itemKindOf, type Kind } from '@jacquard/flow';
import { jsonTextPart, lastTextPart, type CodeInput, type CodePart } from '@jacquard/node-kit/code';

/** Has the program declare a part; gives its name. */
export type UsePart = (part: CodePart) => string;

/** `convertValue` as code: the same conversions, chosen while the program is written. */
export function convertText(input: CodeInput, target: Kind, use: UsePart): CodeInput {
  const inner = convert(input.text, input.kind, target, use);
  if (inner === input.text) return { ...input, kind: target };
  const text = input.mayBeAbsent ? `(${input.text} === undefined ? undefined : ${inner})` : inner;
  return { text, kind: target, mayBeAbsent: input.mayBeAbsent };
}

function convert(text: string, source: Kind, target: Kind, use: UsePart): string {
  if (target.kind === 'list') return convertToList(text, source, target.of, use);
  if (source.kind === target.kind) return text;
  switch (target.kind) {
    case 'text':
      return toText(text, source, use);
    case 'messages':
      return source.kind === 'text' ? `[{ role: 'user' as const, content: ${text} }]` : text;
    case 'json':
      if (source.kind === 'table') return `${text}.rows`;
      return source.kind === 'list' ? each(text, source.of, { kind: 'json' }, use) : text;
    default:
      return text;
  }
}

function convertToList(text: string, source: Kind, of: Kind, use: UsePart): string {
  if (source.kind === 'list') return each(text, source.of, of, use);
  const takesItems = of.kind === 'json' || of.kind === 'variable' || of.kind === 'any';
  if (takesItems && itemKindOf(source) !== undefined) {
    if (source.kind === 'table') return `${text}.rows`;
    if (source.kind === 'messages') return text;
    return `(Array.isArray(${text}) ? ${text} : [${text}])`; // JSON that holds a list
  }
  return `[${convert(text, source, of, use)}]`;
}

function each(text: string, source: Kind, target: Kind, use: UsePart): string {
  const inner = convert('item', source, target, use);
  return inner === 'item' ? text : `${text}.map((item) => ${inner})`;
}

function toText(text: string, source: Kind, use: UsePart): string {
  switch (source.kind) {
    case 'number':
    case 'boolean':
      return `String(${text})`;
    case 'messages':
      return `${use(lastTextPart)}(${text})`;
    case 'table':
      return `JSON.stringify(${text}.rows, undefined, 2)`;
    case 'choice':
      return text;
    default:
      return `${use(jsonTextPart)}(${text})`;
  }
}
