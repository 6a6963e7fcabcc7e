import type { CodePart } from './node-code.ts';
import { jsonPart, messagePart } from './kind-type.ts';

/** A value as text: texts as they are, everything else as indented JSON. */
export const jsonTextPart: CodePart = {
  name: 'asText',
  source: `/** Texts as they are, everything else as indented JSON. */
function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}`,
  uses: [jsonPart],
};

/** The text of a conversation's last message. */
export const lastTextPart: CodePart = {
  name: 'lastText',
  source: `function lastText(messages: Message[]): string {
  return messages.at(-1)?.content ?? '';
}`,
  uses: [messagePart],
};

/** Whether two values are the same JSON. */
export const sameJsonPart: CodePart = {
  name: 'isSame',
  source: `/** Whether two values are the same JSON, whatever the order of their names. */
function isSame(one: Json, other: Json): boolean {
  return isDeepStrictEqual(one, other);
}`,
  imports: [{ module: 'node:util', name: 'isDeepStrictEqual' }],
  uses: [jsonPart],
};

/** Reads JSON out of what a model wrote, also within a fence: as `parseJsonText` does. */
export const readJsonPart: CodePart = {
  name: 'readJson',
  source: `/** Reads JSON, also within one fenced block as models like to write it. Nothing is repaired. */
function readJson(text: string): { value: Json } | { fault: string } {
  const trimmed = text.replace(/^\\uFEFF/, '').trim();
  const whole = tryJson(trimmed);
  const [, language = '', block] = /\`\`\`([^\\n]*)\\n([\\s\\S]*?)\`\`\`/.exec(trimmed) ?? [];
  const isJson = ['', 'json'].includes(language.trim().toLowerCase());
  return 'value' in whole || block === undefined || !isJson ? whole : tryJson(block);
}

function tryJson(text: string): { value: Json } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}`,
  uses: [jsonPart],
};

/** The parts of an object of JSON; undefined for anything else. */
export const jsonObjectPart: CodePart = {
  name: 'isObject',
  source: `function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}`,
  uses: [jsonPart],
};
