import { Problem } from '@jacquard/flow';
import type { Llama, LlamaGrammar } from 'node-llama-cpp';
import type { Generation } from '../host-request.ts';
import { callSchema, toolGrammar } from '../tools/tool-grammar.ts';
import type { ToolFormat } from '../tools/tool-format.ts';
import { checkGrammar } from './check-grammar.ts';
import { grammarSchema } from './grammar-schema.ts';

/** A grammar, and the text from which on it holds; from the beginning where there is none. */
export interface OpenGrammar {
  readonly grammar: LlamaGrammar;
  readonly after?: string;
}

/**
 * The grammar that an answer must follow: a given one, a schema's, or that of calls of tools. Undefined for an answer that is free.
 * Throws `model-grammar-wrong` or `model-schema-unsupported`.
 */
export async function openGrammar(
  llama: Llama,
  { schema, grammar, tools = [], toolChoice = 'auto' }: Generation,
  format: ToolFormat,
): Promise<OpenGrammar | undefined> {
  if (grammar !== undefined) {
    checkGrammar(grammar);
    return wrapped('model-grammar-wrong', async () => ({ grammar: await llama.createGrammar({ grammar }) }));
  }
  const wanted = schema ?? (tools.length > 0 ? callSchema(tools, format) : undefined);
  if (wanted === undefined) return undefined;
  return wrapped('model-schema-unsupported', async () => {
    // boundary: the library checks the schema itself; its type spells out only what it can turn into a grammar
    const json = exactNumbers((await llama.createGrammarForJsonSchema(grammarSchema(wanted) as never)).grammar);
    const { grammar: text, after } = schema === undefined ? toolGrammar(json, format, toolChoice) : { grammar: json };
    checkGrammar(text);
    return { grammar: await llama.createGrammar({ grammar: text }), ...(after !== undefined && { after }) };
  });
}

/** The library's whole numbers may have an exponent, and `1e-3` is none. */
function exactNumbers(grammar: string): string {
  return grammar.replace(/^(integer-number-rule ::= ).*$/m, '$1"-"? ("0" | [1-9] [0-9]{0,15})');
}

async function wrapped<T>(code: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (Problem.is(error)) throw error;
    throw new Problem(code, { reason: error instanceof Error ? error.message : String(error) });
  }
}
