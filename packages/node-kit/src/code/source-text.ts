import { isJsonList, isJsonObject, type JsonValue } from '@jacquard/flow';

/** Characters of a line of generated code before it is broken. */
const widest = 100;

/**
 * Stands for a line break within a template literal until the program is whole, so that indenting code never changes a
 * text. No text holds it: control characters are always written as escapes.
 */
export const keptBreak = '\u0000';

/** Control and format characters, breaks that aren't `\n`, halves of characters: what could hide or end something. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as a literal of TypeScript that has exactly this value, whatever the text is. Texts of several lines keep them. */
export function stringText(text: string): string {
  return text.trim().includes('\n') ? `\`${templatePart(text)}\`` : quotedText(text);
}

/** The same, always in quotation marks: for the names of properties. */
export function quotedText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + escaped(text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)) + quote;
}

/** A text as a part of a template literal. */
export function templatePart(text: string): string {
  const quoted = text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  return quoted.split('\n').map(escaped).join(keptBreak);
}

function escaped(text: string): string {
  return text.replaceAll(unsafe, (sign) => named[sign] ?? hexOf(sign));
}

function hexOf(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  return point > 0xffff ? `\\u{${point.toString(16)}}` : `\\u${point.toString(16).padStart(4, '0')}`;
}

/** A text as a comment of one line; what could end it or hide in it is left out. */
export function commentText(text: string): string {
  return `// ${text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\s]+/gu, ' ').trim()}`;
}

/** JSON as a literal of TypeScript, broken over lines where it is long. */
export function literalText(value: JsonValue): string {
  if (typeof value === 'string') return stringText(value);
  if (isJsonList(value)) return listText(value.map(literalText));
  if (isJsonObject(value)) return objectText(Object.entries(value).map(([key, part]) => [key, literalText(part)]));
  return JSON.stringify(value);
}

/** `[a, b]`, broken over lines where it is long. */
export function listText(items: readonly string[]): string {
  return enclose('[', items, ']', '');
}

/** `{ a: 1, b }`; entries without a value are left out. */
export function objectText(entries: readonly (readonly [key: string, value: string | undefined])[]): string {
  const given = entries.flatMap(([key, value]) => (value === undefined ? [] : [entryText(key, value)]));
  return given.length === 0 ? '{}' : enclose('{', given, '}', ' ');
}

function entryText(key: string, value: string): string {
  if (key === '__proto__') return `['__proto__']: ${value}`;
  return key === value && isIdentifier(key) ? key : `${keyText(key)}: ${value}`;
}

/** A name as it stands before a colon in a type. In an object, `__proto__` needs more: see {@link objectText}. */
export function keyText(name: string): string {
  return isIdentifier(name) ? name : quotedText(name);
}

/** The text of an object that can be had on one line or on several. */
export type ObjectText = (isBroken: boolean) => string;

/** As `objectText`, for the end of a call: whether it is broken, the call decides. */
export function lastObject(entries: readonly (readonly [key: string, value: string | undefined])[]): ObjectText {
  const given = entries.flatMap(([key, value]) => (value === undefined ? [] : [entryText(key, value)]));
  return (isBroken) => (isBroken ? `{\n${given.map((one) => `${indent(one)},`).join('\n')}\n}` : objectText(entries));
}

/** `name(a, b)`, broken over lines where it is long. */
export function callText(name: string, given: readonly (string | ObjectText | undefined)[]): string {
  const last = given.findLastIndex((one) => one !== undefined);
  const used = given.slice(0, last + 1);
  const list = used.map((one) => (typeof one === 'function' ? one(false) : (one ?? 'undefined')));
  const end = used.at(-1);
  if (typeof end === 'function' && !fits(`${name}(${list.join(', ')})`)) list[last] = end(true);
  const flat = `${name}(${list.join(', ')})`;
  const isHugging = list.slice(0, -1).every((one) => !one.includes('\n')) && /^[[{(a]/u.test(list.at(-1) ?? '');
  if (fits(flat) || (isHugging && fits(flat.split('\n')[0] ?? ''))) return flat;
  return `${name}(\n${list.map((one) => `${indent(one)},`).join('\n')}\n)`;
}

function enclose(open: string, items: readonly string[], close: string, space: string): string {
  const flat = `${open}${space}${items.join(', ')}${space}${close}`;
  if (items.length === 0 || fits(flat)) return flat;
  return `${open}\n${items.map((one) => `${indent(one)},`).join('\n')}\n${close}`;
}

function fits(text: string): boolean {
  return !text.includes('\n') && !text.includes(keptBreak) && text.length <= widest - 12;
}

/** Moves every line two spaces in. Lines within template literals stay: see {@link keptBreak}. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}

/** Whether a name can stand as a property or variable without quotation marks (reserved words aside). */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/u.test(name) && name !== '__proto__';
}

/** `object.name`, or `object['na-me']`. */
export function propertyText(object: string, name: string, mayBeUndefined = false): string {
  const access = mayBeUndefined ? '?.' : '';
  if (isIdentifier(name)) return `${object}${access === '' ? '.' : access}${name}`;
  return `${object}${access}[${quotedText(name)}]`;
}
