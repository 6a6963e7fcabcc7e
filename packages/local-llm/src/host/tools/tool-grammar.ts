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

/** A GBNF grammar, and the text from which on it holds: free is what comes before. */
export interface ToolGrammar {
  readonly grammar: string;
  readonly after?: string;
}

/**
 * What answers that call tools must follow. Required calls are a grammar of the whole answer; else the model writes freely, and
 * once it begins a call, that and what follows it are calls.
 *
 * @param callGrammar - GBNF whose `root` is the JSON of one call
 */
export function toolGrammar(callGrammar: string, format: ToolFormat, choice: 'auto' | 'required'): ToolGrammar {
  // The library lets a root end in line breaks, which are no part of a call.
  const call = callGrammar.replace(/^root ::= (.*?)(?: "\\n\\n\\n\\n" \[\\n\]\*)?$/m, 'call ::= $1');
  const [begin, end] = [quoted(format.begin), quoted(format.end)];
  const rest = format.isList ? '"[" call ("," " "? call)* "]"' : `call ${end} ("\\n" ${begin} call ${end})*`;
  const isMarked = format.begin !== '';
  if (choice === 'required') {
    return { grammar: `root ::= ${isMarked ? `${begin} ${rest}` : 'call'}\n${call}` };
  }
  // Without a mark the first character tells a call from a text.
  if (!isMarked) return { grammar: `root ::= call | [^{] .*\n${call}` };
  return { grammar: `root ::= [ \\n]* ${rest}\n${call}`, after: format.begin.trim() };
}

function quoted(text: string): string {
  return text === '' ? '""' : JSON.stringify(text);
}
