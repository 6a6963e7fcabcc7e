import { kindType, propertyText, type CodePart } from '@jacquard/node-kit/code';
import type { Kind } from '@jacquard/flow';
import { createBlock, writeBlock, type Block } from './block.ts';
import type { Reference, Source } from './code-value.ts';
import { readSource } from './read-source.ts';
import { scopeOutputs } from './scope-outputs.ts';
import { declare, type NodeToWrite } from './write-node.ts';
import { writeScope } from './write-scope.ts';
import type { CodeFrame, Writing } from './writing.ts';
import { indent } from '@jacquard/node-kit/code';

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
  { node, sources, when }: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { program, ports } = writing;
  const { scope } = node;
  const items = sources.get('items');
  if (scope === undefined || items === undefined) return new Map();
  const body = createBlock(block);
  const inner = ports.get(node.id)?.inner ?? {};
  const item = port(program.names.take('item'), inner['item']?.kind ?? { kind: 'any' }, body);
  const index = port(program.names.take('index'), { kind: 'number' }, body);
  const within: CodeFrame = {
    outer: frame,
    ports: new Map([
      ['item', item],
      ['index', index],
    ]),
    outputs: new Map(),
  };
  await writeScope(writing, scope, within, body);
  const outputs = scopeOutputs(writing, node, within, body);
  const [only] = outputs;
  const isOne = outputs.length === 1 && only !== undefined;
  const result = isOne
    ? only.read.text
    : `{ ${outputs.map(({ name, read }) => (name === read.text ? name : `${JSON.stringify(name)}: ${read.text}`)).join(', ')} }`;
  const text = [writeBlock(body), `return ${result};`].filter((part) => part !== '').join('\n');
  const names = usesName(text, index.reference.variable.name)
    ? `${item.reference.variable.name}, ${index.reference.variable.name}`
    : item.reference.variable.name;
  const list = readSource(items.source, block, program.use, true).text;
  const atOnce = sources.get('concurrency');
  const most = atOnce === undefined ? '4' : readSource(atOnce.source, block, program.use, false).text;
  const type = outputs.map(({ kind }) => kindType(kind, program.use) ?? 'unknown');
  const value = `await ${program.use(eachPart)}(${list}, ${most}, async (${names}) => {\n${indent(text)}\n})`;
  const lacks = isOne && only.read.mayBeAbsent;
  const variable = declare(writing, node, block, {
    type: isOne
      ? `(${type[0]})[]`
      : `{ ${outputs.map(({ name }, at) => `${JSON.stringify(name)}?: ${type[at]} | undefined`).join('; ')} }[]`,
    value: lacks ? `(${value}).filter((one) => one !== undefined)` : value,
  });
  return new Map(
    outputs.map(({ name, kind, read }) => {
      const each = (it: string): string => `${it}.map((turn) => ${propertyText('turn', name)})`;
      const given = read.mayBeAbsent ? (it: string) => `${each(it)}.filter((one) => one !== undefined)` : each;
      const listKind: Kind = { kind: 'list', of: kind };
      const reference: Reference = {
        kind: listKind,
        variable,
        text: (it, isOutside) => (isOne ? it : given(isOutside ? `${it}?` : it)),
        mayBeUndefined: false,
        when: when ?? [],
      };
      return [name, { how: 'reference', reference, kind: listKind }] as const;
    }),
  );
}

function port(name: string, kind: Kind, home: Block): Source & { readonly how: 'reference' } {
  const variable = { name, type: 'unknown', home, escapes: false };
  return { how: 'reference', kind, reference: { kind, variable, text: (it) => it, mayBeUndefined: false, when: [] } };
}

function usesName(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`, 'u').test(text);
}
