import { indent, keyText, kindType, objectText, propertyText, type CodePart } from '@jacquard/node-kit/code';
import type { Kind } from '@jacquard/flow';
import { createInnerFunction, prune, writeBlock, type Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { asSource, declare, plainReference } from './declare-variable.ts';
import type { NodeToWrite } from './node-to-write.ts';
import { readSource } from './read-source.ts';
import { scopeOutputs, type ScopeResult } from './scope-outputs.ts';
import type { CodeFrame, Writing } from './writing.ts';

const eachPart: CodePart = {
  name: 'forEach',
  source: `/** Does the work for each item, so many at a time. The results are in the order of the items. */
async function forEach<T, R>(items: T[], atOnce: number, work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}`,
};

/** A `for each` as one call that does its body for every item. */
export async function writeForEach(
  writing: Writing,
  given: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { node, sources, when } = given;
  const { program } = writing;
  const { scope } = node;
  const items = sources.get('items');
  if (scope === undefined || items === undefined) return new Map();
  const body = createInnerFunction(block);
  const ports = portsOf(writing, node.id, body);
  const within: CodeFrame = { outer: frame, ports: new Map(Object.entries(ports)), outputs: new Map() };
  await writing.writeInner(scope, within, body);
  const results = scopeOutputs(writing, node, within, body);
  const none = emptyLists(writing, given, block, results);
  if (results.length === 0) return none;
  const [only] = results;
  const isOne = results.length === 1;
  const result = isOne && only ? only.read.text : objectText(results.map(({ name, read }) => [name, read.text]));
  prune(body, result);
  const work = workText([writeBlock(body), `return ${result};`], ports);
  const list = readSource(items.source, block, program.use, true).text;
  const atOnce = sources.get('concurrency');
  const most = atOnce === undefined ? '4' : readSource(atOnce.source, block, program.use, false).text;
  const value = `await ${program.use(eachPart)}(${list}, ${most}, ${work})`;
  const lacks = isOne && only?.read.mayBeAbsent === true;
  const variable = declare(writing, node, block, {
    type: typeOf(writing, results, isOne),
    value: lacks ? `(${value}).filter((one) => one !== undefined)` : value,
  });
  return new Map([
    ...none,
    ...results.map((one) => [one.name, asSource(listReference(one, { variable, when, isOne }))] as const),
  ]);
}

/** Outputs that no turn ever gives are lists, too, once the loop has run. */
function emptyLists(
  writing: Writing,
  { node, when }: NodeToWrite,
  block: Block,
  results: readonly ScopeResult[],
): Map<string, Source> {
  const names = [...(writing.live.get(node) ?? [])].filter((port) => !results.some(({ name }) => name === port));
  if (names.length === 0) return new Map();
  const kind: Kind = { kind: 'list', of: { kind: 'any' } };
  const type = kindType(kind, writing.program.use) ?? 'unknown';
  const variable = declare(writing, node, block, { type, value: `[] as ${type}` });
  return new Map(names.map((name) => [name, asSource({ ...plainReference(variable, kind), when })]));
}

function portsOf({ program, ports }: Writing, node: string, home: Block) {
  const inner = ports.get(node)?.inner ?? {};
  const port = (name: string, kind: Kind) => asSource(plainReference(program.variable(name, 'unknown', home), kind));
  return { item: port('item', inner['item']?.kind ?? { kind: 'any' }), index: port('index', { kind: 'number' }) };
}

/** The body as a function of the item, and of its place where that is read. */
function workText(lines: readonly string[], { item, index }: ReturnType<typeof portsOf>): string {
  const text = lines.filter((line) => line !== '').join('\n');
  const names = [item, index].map(({ reference }) => reference.variable.name);
  const usesIndex = new RegExp(`\\b${names[1]}\\b`, 'u').test(text);
  return `async (${usesIndex ? names.join(', ') : names[0]}) => {\n${indent(text)}\n}`;
}

function typeOf({ program }: Writing, results: readonly ScopeResult[], isOne: boolean): string {
  const types = results.map(({ kind }) => kindType(kind, program.use) ?? 'unknown');
  if (isOne) return `(${types[0]})[]`;
  const fields = results.map(
    ({ name, read }, at) => `${keyText(name)}: ${types[at]}${read.mayBeAbsent ? ' | undefined' : ''}`,
  );
  return `{ ${fields.join('; ')} }[]`;
}

/** An output of all turns: a list, without those that it was skipped in. */
function listReference(
  { name, kind, read }: ScopeResult,
  { variable, when, isOne }: { readonly variable: Variable; readonly when: readonly string[]; readonly isOne: boolean },
): Reference {
  const each = (it: string): string => `${it}.map((turn) => ${propertyText('turn', name)})`;
  const given = read.mayBeAbsent ? (it: string) => `${each(it)}.filter((one) => one !== undefined)` : each;
  return {
    kind: { kind: 'list', of: kind },
    variable,
    text: (it, isOutside) => (isOne ? it : given(isOutside ? `${it}?` : it)),
    mayBeUndefined: false,
    when,
  };
}
