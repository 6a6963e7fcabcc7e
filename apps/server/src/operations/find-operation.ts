import type { Method, Operation } from './operation.ts';

/** The operation that a request asks for, with the path's parameters; `methods` of the path where it is another's. */
export interface FoundOperation {
  readonly operation: Operation | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** What the path may be asked with, where it exists and this isn't it. */
  readonly methods: readonly Method[];
}

/** What may follow a path's first parts. */
interface Branch {
  readonly literals: Map<string, Branch>;
  parameter: Branch | undefined;
  readonly ends: { readonly operation: Operation; readonly parts: readonly string[] }[];
}

/** Looks operations up by their paths. Literal parts go before parameters; HEAD is asked as GET. */
export function createOperationFinder(all: readonly Operation[]): (method: string, path: string) => FoundOperation {
  const root = createBranch();
  for (const operation of all) {
    const parts = operation.path.split('/');
    let branch = root;
    for (const part of parts) {
      const next = nextBranch(branch, part) ?? createBranch();
      if (part.startsWith(':')) branch.parameter = next;
      else branch.literals.set(part.toLowerCase(), next);
      branch = next;
    }
    branch.ends.push({ operation, parts });
  }
  return (method, path) => {
    const asked = (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path).split('/');
    const fitting: Branch['ends'] = [];
    gatherEnds(root, asked, 0, fitting);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = fitting.find(({ operation }) => operation.method === wanted);
    return {
      operation: found?.operation,
      params: found === undefined ? {} : paramsOf(found.parts, asked),
      methods: found === undefined ? [...new Set(fitting.map(({ operation }) => operation.method))] : [],
    };
  };
}

function createBranch(): Branch {
  return { literals: new Map(), parameter: undefined, ends: [] };
}

function nextBranch(branch: Branch, part: string): Branch | undefined {
  return part.startsWith(':') ? branch.parameter : branch.literals.get(part.toLowerCase());
}

/** The operations that a path fits, those with literal parts first. */
function gatherEnds(branch: Branch, asked: readonly string[], index: number, found: Branch['ends']): void {
  if (index === asked.length) {
    found.push(...branch.ends);
    return;
  }
  const part = asked[index] ?? '';
  const literal = branch.literals.get(part.toLowerCase());
  if (literal !== undefined) gatherEnds(literal, asked, index + 1, found);
  if (branch.parameter !== undefined && part !== '') gatherEnds(branch.parameter, asked, index + 1, found);
}

function paramsOf(parts: readonly string[], asked: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries())
    if (part.startsWith(':')) params[part.slice(1)] = decoded(asked[index] ?? '');
  return params;
}

/** What can't be decoded names nothing, and Express refuses it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
