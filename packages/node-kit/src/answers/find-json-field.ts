import { isJsonList, isJsonObject, type JsonValue } from '@jacquard/flow';
import { parseJsonText } from '../parse-json-text.ts';

/** So many of the last objects and lists of a text are tried. */
const mostTried = 20;

/**
 * The value at a path (`answer.value`, `$.items[0]`; empty: the whole) of the JSON that the text is or holds, as text: a string as
 * it is, anything else as JSON. With several pieces of JSON the last one that has the path counts.
 */
export function findJsonField(text: string, path = ''): string | undefined {
  const keys = keysOf(path);
  for (const value of jsonIn(text)) {
    const found = valueAt(value, keys);
    if (found === undefined || found === null) continue;
    return typeof found === 'string' ? found : JSON.stringify(found);
  }
  return undefined;
}

function* jsonIn(text: string): Generator<JsonValue> {
  const whole = parseJsonText(text);
  if ('value' in whole) {
    yield whole.value;
    return;
  }
  for (const piece of bracketed(text).toReversed().slice(0, mostTried)) {
    const parsed = parseJsonText(piece);
    if ('value' in parsed) yield parsed.value;
  }
}

/** Pieces from an opening brace or bracket to the one that closes it, none inside another, in one pass. */
function bracketed(text: string): readonly string[] {
  const pieces: string[] = [];
  let begin = 0;
  let depth = 0;
  let isQuoted = false;
  for (let place = 0; place < text.length; place++) {
    const sign = text[place];
    if (isQuoted) {
      if (sign === '\\') place += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"' && depth > 0) isQuoted = true;
    else if (sign === '{' || sign === '[') {
      if (depth === 0) begin = place;
      depth += 1;
    } else if ((sign === '}' || sign === ']') && depth > 0) {
      depth -= 1;
      if (depth === 0) pieces.push(text.slice(begin, place + 1));
    }
  }
  return pieces;
}

function keysOf(path: string): readonly string[] {
  return path
    .trim()
    .replace(/^\$/u, '')
    .replaceAll(/\[(?:"([^"]*)"|'([^']*)'|(\d+))\]/gu, (_whole, ...keys: (string | undefined)[]) => {
      return `.${keys.slice(0, 3).find((key) => key !== undefined) ?? ''}`;
    })
    .split('.')
    .filter((key) => key !== '');
}

function valueAt(value: JsonValue, keys: readonly string[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const key of keys) {
    if (isJsonList(found)) found = /^\d+$/u.test(key) ? found[Number(key)] : undefined;
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}
