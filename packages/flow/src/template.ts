import { portName } from './port-name.ts';
import type { JsonValue } from './json.ts';

/** `{{name}}`; letters of any language. Names are bounded, so that no text takes more than linear time. */
const variable = /\{\{[ \t]{0,16}([\p{L}_][\p{L}\p{M}\p{N}_-]{0,63})[ \t]{0,16}\}\}/gu;

/** Port names of a template's `{{variables}}`, each once, in the order of the text. */
export function templateVariables(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map((match) => portName(match[1] ?? '')))];
}

/** A text and the ports of its `{{variables}}`, in the order in which they stand. */
export function templateParts(text: string): ({ readonly text: string } | { readonly port: string })[] {
  const parts: ({ readonly text: string } | { readonly port: string })[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(variable)) {
    parts.push({ text: text.slice(end, index) }, { port: portName(name) });
    end = index + whole.length;
  }
  return [...parts, { text: text.slice(end) }];
}

/**
 * Puts values in the place of `{{variables}}`. Texts as they are, other values as indented JSON, nothing for a variable
 * without a value. Values are never templates themselves.
 */
export function renderTemplate(text: string, values: Readonly<Record<string, JsonValue>>): string {
  return text.replaceAll(variable, (_match, name: string) => {
    const key = portName(name);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || value === null) return '';
    return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  });
}
