import {
  isJsonList,
  isJsonObject,
  loadPatternCompiler,
  Problem,
  type JsonValue,
  type PatternCompiler,
} from '@jacquard/node-kit';

const mostMatches = 100_000;
const longestPath = 1000;
const mostVisits = 10_000_000;

/**
 * Queries JSON by a path of RFC 9535. `match` and `search` run on a linear-time engine. Throws `json-path-not-valid`,
 * `matches-too-many`, and `json-path-too-costly` for a path that goes through the data so many times that it would take for ever: parts by
 * the power of its descents (`..`) and queries within queries.
 */
export async function queryJson(value: JsonValue, path: string): Promise<readonly JsonValue[]> {
  if (path.length > longestPath) throw new Problem('json-path-not-valid', { path: path.slice(0, 80), fault: 'length' });
  const { FunctionExpressionType, JSONPathEnvironment } = await import('json-p3');
  const compile = await loadPatternCompiler();
  const environment = new JSONPathEnvironment();
  const signature = {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
  };
  environment.functionRegister.set('match', { ...signature, call: tester(compile, (one) => `^(?:${one})$`) });
  environment.functionRegister.set('search', { ...signature, call: tester(compile, (one) => one) });
  refuseCostly(value, path);
  const matches: JsonValue[] = [];
  try {
    // boundary: the library has a JSON type of its own
    for (const node of environment.lazyQuery(path, value as never)) {
      if (matches.length === mostMatches) throw new Problem('matches-too-many', { most: mostMatches });
      matches.push(node.value as JsonValue); // boundary: parts of JSON are JSON
    }
  } catch (error) {
    if (Problem.is(error)) throw error;
    const fault = error instanceof Error ? error.message : String(error);
    throw new Problem('json-path-not-valid', { path, fault }, { cause: error });
  }
  return matches;
}

/** RFC 9535: a pattern that isn't valid, or a value that is no text, doesn't match. */
function tester(compile: PatternCompiler, whole: (pattern: string) => string) {
  return (text: unknown, pattern: unknown): boolean => {
    if (typeof text !== 'string' || typeof pattern !== 'string') return false;
    try {
      return compile(whole(pattern)).test(text);
    } catch {
      return false;
    }
  };
}

function refuseCostly(value: JsonValue, path: string): void {
  const count = (part: string): number => path.split(part).length - 1;
  const rounds = 1 + Math.max(0, count('..') - 1) + Math.max(0, count('$') - 1);
  if (rounds === 1) return;
  const parts = countParts(value);
  if (parts ** rounds > mostVisits) throw new Problem('json-path-too-costly', { path, parts });
}

function countParts(value: JsonValue): number {
  let count = 0;
  const waiting: JsonValue[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count++;
    if (isJsonList(next)) for (const item of next) waiting.push(item);
    else if (isJsonObject(next)) for (const item of Object.values(next)) waiting.push(item);
  }
  return count;
}
