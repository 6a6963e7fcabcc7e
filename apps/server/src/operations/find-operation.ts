import type { Method, Operation } from './operation.ts';

/** The operation that a request asks for, with the path's parameters; `methods` of the path where it is another's. */
export interface FoundOperation {
  readonly operation: Operation | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** What the path may be asked with, where it exists. */
  readonly methods: readonly Method[];
}

interface Matcher {
  readonly operation: Operation;
  readonly parts: readonly string[];
}

/** Looks operations up by their paths. Literal parts go before parameters; HEAD is asked as GET. */
export function createOperationFinder(all: readonly Operation[]): (method: string, path: string) => FoundOperation {
  const byLength = new Map<number, Matcher[]>();
  for (const operation of all) {
    const parts = operation.path.split('/');
    byLength.set(parts.length, [...(byLength.get(parts.length) ?? []), { operation, parts }]);
  }
  for (const matchers of byLength.values()) matchers.sort((a, b) => parameters(a) - parameters(b));
  return (method, path) => {
    const asked = path.replace(/(?<=.)\/$/, '').split('/');
    const fitting = (byLength.get(asked.length) ?? []).filter(({ parts }) => fits(parts, asked));
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = fitting.find(({ operation }) => operation.method === wanted);
    return {
      operation: found?.operation,
      params: found === undefined ? {} : paramsOf(found.parts, asked),
      methods: [...new Set(fitting.map(({ operation }) => operation.method))],
    };
  };
}

function parameters({ parts }: Matcher): number {
  return parts.filter((part) => part.startsWith(':')).length;
}

function fits(parts: readonly string[], asked: readonly string[]): boolean {
  return parts.every((part, index) => {
    const given = asked[index] ?? '';
    return part.startsWith(':') ? given !== '' : part.toLowerCase() === given.toLowerCase();
  });
}

function paramsOf(parts: readonly string[], asked: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), decoded(asked[index] ?? '')]] : [])),
  );
}

/** What can't be decoded names nothing, and Express refuses it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
