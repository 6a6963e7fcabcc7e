type Path = readonly (string | number)[];

/** Which node and port a path of the document belongs to; `input` is the path of the input around it. */
export interface Located {
  readonly node?: string;
  readonly port?: string;
  readonly input?: Path;
}

/** Follows a path through scopes to the innermost node, and to the port or input that it names. */
export function locate(path: Path): Located {
  let at = 0;
  let node: string | undefined;
  while (path[at] === 'nodes' && path[at + 1] !== undefined) {
    node = String(path[at + 1]);
    at += 2;
  }
  if (node === undefined) return {};
  const [part, second, third] = [path[at], path[at + 1], path[at + 2]];
  if (part === 'until') return { node, port: 'until', input: path.slice(0, at + 1) };
  if (part === 'onError') return third === undefined ? { node } : { node, port: String(third) };
  if (second === undefined || (part !== 'inputs' && part !== 'state' && part !== 'outputs')) return { node };
  const port = String(second);
  if (part === 'inputs') return { node, port, input: path.slice(0, at + 2) };
  if (part === 'state' && (third === 'first' || third === 'next')) return { node, port, input: path.slice(0, at + 3) };
  return { node, port };
}

/** The value at a path; undefined where it leads nowhere. */
export function valueAt(json: unknown, path: Path): unknown {
  let at = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** A path as a person reads it: `nodes.answer.inputs.prompt`; `/` for the document itself. */
export function placeText(path: Path): string {
  return path.length === 0 ? '/' : path.map((key) => String(key).slice(0, 60)).join('.');
}
