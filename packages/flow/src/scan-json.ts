/** A key that stands twice in one object, at its second place. Line and column count from 1. */
interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/** JSON's value, or the place where it stops being JSON. `expected` names a code of what would have fitted there. */
export type ScannedJson =
  | { readonly ok: true; readonly value: unknown; readonly repeated: readonly RepeatedKey[] }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly expected: Expectation;
      /** The character there; absent at the end of the text. */
      readonly found: string;
    };

type Expectation = 'value' | 'key' | 'colon' | 'comma-or-end' | 'end-of-text' | 'string-end';

const space = /[ \t\r\n]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/**
 * Reads JSON text (RFC 8259; a byte-order mark is skipped). Unlike `JSON.parse` it tells the place of an error in every
 * engine alike and finds keys that stand twice. It doesn't recurse.
 */
export function scanJson(text: string): ScannedJson {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const repeated: RepeatedKey[] = [];
  const failure = scan(source, repeated);
  if (failure !== undefined) return { ok: false, ...failure };
  try {
    return { ok: true, value: JSON.parse(source), repeated };
  } catch {
    return { ok: false, ...placeOf(source, 0), expected: 'value', found: source.slice(0, 1) };
  }
}

/** What is open: an object with its keys so far, or a list. */
type Frame = Set<string> | 'list';

type Failure = Omit<Extract<ScannedJson, { ok: false }>, 'ok'>;

function scan(source: string, repeated: RepeatedKey[]): Failure | undefined {
  const frames: Frame[] = [];
  let at = skip(source, 0);
  let wants: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'next' = 'value';
  const fail = (expected: Expectation): Failure => ({
    ...placeOf(source, at),
    expected,
    found: source.slice(at, at + 1),
  });
  for (;;) {
    const frame = frames.at(-1);
    const char = source[at];
    if (wants === 'next') {
      if (frame === undefined) return at < source.length ? fail('end-of-text') : undefined;
      if (char === ',') {
        wants = frame === 'list' ? 'value' : 'key';
      } else if (char === (frame === 'list' ? ']' : '}')) frames.pop();
      else return fail('comma-or-end');
      at = skip(source, at + 1);
    } else if ((wants === 'key-or-end' && char === '}') || (wants === 'value-or-end' && char === ']')) {
      frames.pop();
      wants = 'next';
      at = skip(source, at + 1);
    } else if (wants === 'key' || wants === 'key-or-end') {
      const end = stringEnd(source, at);
      if (end < 0) return fail(char === '"' ? 'string-end' : 'key');
      noteKey(source, at, end, frame, repeated);
      at = skip(source, end);
      if (source[at] !== ':') return fail('colon');
      at = skip(source, at + 1);
      wants = 'value';
    } else if (char === '{' || char === '[') {
      frames.push(char === '[' ? 'list' : new Set());
      wants = char === '[' ? 'value-or-end' : 'key-or-end';
      at = skip(source, at + 1);
    } else {
      const end = char === '"' ? stringEnd(source, at) : match(scalar, source, at);
      if (end < 0) return fail(char === '"' ? 'string-end' : 'value');
      wants = 'next';
      at = skip(source, end);
    }
  }
}

function noteKey(source: string, at: number, end: number, frame: Frame | undefined, repeated: RepeatedKey[]): void {
  if (frame === undefined || frame === 'list') return;
  const written = source.slice(at, end);
  const key: string = written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
  if (frame.has(key) && repeated.length < 20) repeated.push({ key, ...placeOf(source, at) });
  frame.add(key);
}

/** The end of the string that begins at `at`; -1 for none. A pattern would need stack for each letter. */
function stringEnd(source: string, start: number): number {
  if (source[start] !== '"') return -1;
  for (let at = start + 1; at < source.length;) {
    const code = source.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    at = code === 0x5c ? match(escape, source, at) : at + 1;
    if (at < 0) return -1;
  }
  return -1;
}

function skip(source: string, at: number): number {
  return match(space, source, at);
}

/** The end of a match that begins at `at`; -1 for none. */
function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}

function placeOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let found = before.indexOf('\n'); found >= 0; found = before.indexOf('\n', found + 1)) line += 1;
  return { line, column: at - lineStart + 1 };
}
