import type { Kind } from '@jacquard/flow';
import { commentText, indent, kindType, type CodeInput } from '@jacquard/node-kit/code';
import { createBlock, writeBlock, type Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { readSource } from './read-source.ts';
import { scopeOutputs } from './scope-outputs.ts';
import { sourceOf } from './source-of.ts';
import type { NodeToWrite } from './write-node.ts';
import { writeScope } from './write-scope.ts';
import type { CodeFrame, Writing } from './writing.ts';

const truth: Kind = { kind: 'boolean' };

/** A variable of a loop: what it begins with, and where its next value comes from. */
interface Carried {
  readonly name: string;
  readonly variable: Variable;
  readonly first: CodeInput;
  readonly reference: Reference;
}

/** A `repeat until` as a loop that ends from within. */
export async function writeRepeat(
  writing: Writing,
  { node, sources, when }: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { program } = writing;
  const { scope } = node;
  if (scope?.loop === undefined) return new Map();
  const { loop } = scope;
  const body = createBlock(block);
  const carried = loop.state.map(({ name, first }) =>
    carry(writing, node.id, { name, block }, (kind) =>
      readSource(sourceOf(writing, frame, first, kind), block, program.use, false),
    ),
  );
  const turn = plainReference(
    { name: program.names.take('turn'), type: 'number', home: body, escapes: false },
    { kind: 'number' },
  );
  const own = new Map<string, Source>(carried.map(({ name, reference }) => [name, asSource(reference)]));
  const within: CodeFrame = { outer: frame, ports: own.set('turn', asSource(turn)), outputs: new Map() };
  await writeScope(writing, scope, within, body);
  const results = scopeOutputs(writing, node, within, body).map((result) => ({
    ...result,
    variable: variableOf(writing, { name: `${node.id}-${result.name}`, kind: result.kind, home: block }),
  }));
  const until = loop.until && readSource(sourceOf(writing, within, loop.until, truth), body, program.use, false);
  const nexts = loop.state.flatMap(({ name, next }) => {
    const found = carried.find((one) => one.name === name);
    if (found === undefined) return [];
    const read = readSource(sourceOf(writing, within, next, found.reference.kind), body, program.use, false);
    const text = read.mayBeAbsent ? `${read.text} ?? ${found.variable.name}` : read.text;
    return [{ to: found.variable.name, text }];
  });
  const max = sources.get('max');
  const most = max === undefined ? undefined : readSource(max.source, block, program.use, false);
  block.statements.push({
    results: results.map(({ variable }) => variable),
    lines: () => {
      const title = writing.nodes.get(node.id)?.title;
      const lines = [
        writeBlock(body),
        ...results.map(({ variable, read }) => `${variable.name} = ${read.text};`),
        `if (${[untilText(until), lastTurn(turn.variable.name, most)].filter((part) => part !== '').join(' || ')}) break;`,
        ...assign(nexts),
      ];
      return [
        ...(title === undefined ? [] : [commentText(title)]),
        ...carried.map(({ variable, first }) => `let ${variable.name}: ${variable.type} = ${first.text};`),
        ...results
          .filter(({ variable }) => !variable.escapes)
          .map(
            ({ variable, read }) => `let ${variable.name}: ${variable.type}${read.mayBeAbsent ? ' | undefined' : ''};`,
          ),
        `for (let ${turn.variable.name} = 0; ; ${turn.variable.name} += 1) {`,
        indent(lines.filter((line) => line !== '').join('\n')),
        '}',
      ].join('\n');
    },
  });
  return new Map(
    results.map(({ name, kind, read, variable }) => [
      name,
      asSource(resultReference(variable, kind, read, when ?? [])),
    ]),
  );
}

function carry(
  writing: Writing,
  node: string,
  { name, block }: { readonly name: string; readonly block: Block },
  readFirst: (kind: Kind) => CodeInput,
): Carried {
  const kind = writing.ports.get(node)?.inner[name]?.kind ?? { kind: 'any' };
  const first = readFirst(kind);
  const plain = variableOf(writing, { name, kind, home: block });
  const variable = first.mayBeAbsent ? { ...plain, type: `${plain.type} | undefined` } : plain;
  const reference = first.mayBeAbsent ? resultReference(variable, kind, first, []) : plainReference(variable, kind);
  return { name, variable, first, reference };
}

function variableOf(
  { program }: Writing,
  { name, kind, home }: { readonly name: string; readonly kind: Kind; readonly home: Block },
): Variable {
  const type = kindType(kind, program.use) ?? 'unknown';
  return { name: program.names.take(name), type, home, escapes: false };
}

function plainReference(variable: Variable, kind: Kind): Reference {
  return { kind, variable, text: (name) => name, mayBeUndefined: false, when: [] };
}

function resultReference(variable: Variable, kind: Kind, read: CodeInput, when: readonly string[]): Reference {
  const plain = { ...plainReference(variable, kind), when };
  if (!read.mayBeAbsent) return plain;
  const check = (name: string): string => `${name} !== undefined`;
  return { ...plain, check, mayBeUndefined: true, when: [...when, check(variable.name)] };
}

function asSource(reference: Reference): Source {
  return { how: 'reference', reference, kind: reference.kind };
}

function untilText(until: CodeInput | undefined): string {
  if (until === undefined || until.text === 'undefined') return '';
  return until.mayBeAbsent ? `${until.text} === true` : until.text;
}

/** The number of turns when a loop doesn't say: as the scheduler's. */
const defaultTurns = 10;

function lastTurn(turn: string, most: CodeInput | undefined): string {
  const { literal } = most ?? { literal: defaultTurns };
  if (most === undefined || literal !== undefined) {
    const count = typeof literal === 'number' && literal >= 1 ? Math.floor(literal) : defaultTurns;
    return `${turn} === ${count - 1}`;
  }
  return `${turn} + 2 > ${most.mayBeAbsent ? `(${most.text} ?? ${defaultTurns})` : most.text}`;
}

/** Several at once, since each is made of the values before. */
function assign(nexts: readonly { readonly to: string; readonly text: string }[]): string[] {
  const changed = nexts.filter(({ to, text }) => to !== text);
  const [only] = changed;
  if (only === undefined) return [];
  if (changed.length === 1) return [`${only.to} = ${only.text};`];
  return [`[${changed.map(({ to }) => to).join(', ')}] = [${changed.map(({ text }) => text).join(', ')}];`];
}
