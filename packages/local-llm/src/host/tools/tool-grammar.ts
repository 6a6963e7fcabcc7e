import type { JsonSchema } from '@jacquard/flow';
import type { HostTool } from '../host-request.ts';
import type { ToolFormat } from './tool-format.ts';

/** The schema of one call of any of the tools. */
export function callSchema(tools: readonly HostTool[], { argumentsName }: ToolFormat): JsonSchema {
  return {
    oneOf: tools.map(({ name, parameters }) => ({
      type: 'object',
      properties: { name: { const: name }, [argumentsName]: { type: 'object', ...parameters } },
      required: ['name', argumentsName],
      additionalProperties: false,
    })),
  };
}

/**
 * A GBNF grammar of answers that call tools: calls, or, unless they are required, a text and then calls or none.
 *
 * @param callGrammar - GBNF whose `root` is the JSON of one call
 */
export function toolGrammar(callGrammar: string, format: ToolFormat, choice: 'auto' | 'required'): string {
  // The library lets a root end in line breaks, which are no part of a call.
  const call = callGrammar.replace(/^root ::= (.*?)(?: "\\n\\n\\n\\n" \[\\n\]\*)?$/m, 'call ::= $1');
  const calls = format.isList
    ? `${quoted(format.begin)} "[" call ("," " "? call)* "]"`
    : `${quoted(format.begin)} call ${quoted(format.end)} ("\\n" ${quoted(format.begin)} call ${quoted(format.end)})*`;
  const one = format.begin === '' ? 'call' : calls;
  if (choice === 'required') return `root ::= calls\ncalls ::= ${one}\n${call}`;
  if (format.begin === '') return `root ::= calls | text\ncalls ::= call\ntext ::= [^{] .*\n${call}`;
  const [first = '', second = ''] = format.begin;
  const character = `[^${escaped(first)}] | ${quoted(first)} [^${escaped(second)}${escaped(first)}]`;
  return `root ::= text calls? | calls\ntext ::= (${character})+\ncalls ::= ${calls}\n${call}`;
}

function quoted(text: string): string {
  return text === '' ? '""' : JSON.stringify(text);
}

function escaped(character: string): string {
  return /[[\]\\^-]/.test(character) ? `\\${character}` : character;
}
