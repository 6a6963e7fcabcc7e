/**
 * Characters that nobody sees, or that turn what is read around (Unicode TR 36): in a quoted text they stand escaped. Those beyond
 * the first plane are tags and the like.
 */
const unseen = /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const unseenBeyond = /[\u{E0000}-\u{E007F}]/gu;

/** A text as JSON, and as JavaScript and TypeScript, too: whatever it holds, it ends at its closing quote and on its line. */
export function quoteJson(text: string): string {
  return JSON.stringify(text).replace(unseen, escaped).replace(unseenBeyond, escapedUnits);
}

/** A text as Python reads it. The escapes of JSON are Python's, but for those of two units. */
export function quotePython(text: string): string {
  const beyond = (found: string): string => `\\U${(found.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  return JSON.stringify(text).replace(unseen, escaped).replace(unseenBeyond, beyond);
}

/** A text as one word of a POSIX shell: nothing in it is expanded. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A text with single quotes, as TypeScript is commonly written. */
export function quoteTypeScript(text: string): string {
  const inner = quoteJson(text).slice(1, -1);
  return inner.includes("'") ? `"${inner}"` : `'${inner.replaceAll('\\"', '"')}'`;
}

/** A name as it stands before a colon in a type: quoted where it isn't an identifier. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteTypeScript(name);
}

function escapedUnits(found: string): string {
  return Array.from({ length: found.length }, (_, at) => escapedUnit(found.charCodeAt(at))).join('');
}

function escaped(found: string): string {
  return escapedUnit(found.charCodeAt(0));
}

function escapedUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
