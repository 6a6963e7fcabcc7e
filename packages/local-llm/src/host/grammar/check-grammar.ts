import { Problem } from '@jacquard/flow';

/** Longest grammar, in characters. */
const longest = 200_000;
/** Deepest nesting of brackets: the engine's parser goes down with each and has no bound of its own. */
const deepest = 200;

/** Throws `model-grammar-wrong` for what would end the engine's process instead of failing. */
export function checkGrammar(grammar: string): void {
  if (grammar.length > longest) throw new Problem('model-grammar-wrong', { reason: `> ${longest}` });
  let depth = 0;
  let quote = '';
  for (let at = 0; at < grammar.length; at += 1) {
    const character = grammar.charAt(at);
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"') quote = '"';
    else if (character === '[') quote = ']';
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth > deepest) throw new Problem('model-grammar-wrong', { reason: '((((…' });
  }
}
