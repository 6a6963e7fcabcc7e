import { indent } from '@jacquard/node-kit/code';
import type { Variable } from './code-value.ts';

/** Statements that run together: a function's body, a turn of a loop, what hangs on a condition. */
export interface Block {
  readonly parent: Block | undefined;
  /** What it hangs on beside what its parent does; steps that hang on the same share a block. */
  readonly when: readonly string[];
  /** The conditions as code. */
  readonly checks: Set<string>;
  readonly statements: Statement[];
  /** A function of its own, in which less is known to the compiler: see {@link isWithinFunction}. */
  readonly isFunction: boolean;
}

type Statement =
  /** Code that declares variables of its own, but for those that escape. */
  | { readonly lines: () => string; readonly results: readonly Variable[] }
  | { readonly declares: Variable; readonly comment: string; readonly value: string }
  | { readonly block: Block };

/** A block of its own, or one within `parent` under a condition. */
export function createBlock(parent: Block | undefined, when: readonly string[] = []): Block {
  return { parent, when, checks: new Set(), statements: [], isFunction: false };
}

/** A function that is called within `parent`: what holds there holds in it, too. */
export function createInnerFunction(parent: Block): Block {
  return { ...createBlock(parent), isFunction: true };
}

/** The block, and those around it from the inside out. */
function* outwards(block: Block): Generator<Block, undefined> {
  for (let at: Block | undefined = block; at !== undefined; at = at.parent) yield at;
}

/** Whether a name of one block can be read in another as it is. */
export function isVisible(home: Block, from: Block): boolean {
  return outwards(from).some((at) => at === home);
}

/** The conditions that hold in a block and need not be asked again. */
export function holds(block: Block, condition: string): boolean {
  return outwards(block).some(({ checks }) => checks.has(condition));
}

/** Whether a block stands in a function that is made within another block. */
export function isWithinFunction(block: Block, home: Block): boolean {
  return outwards(block).find((at) => at === home || at.isFunction) !== home;
}

/** Whether a condition was asked in the function that a block stands in, and not only around it. */
export function holdsInFunction(block: Block, condition: string): boolean {
  return (
    outwards(block)
      .find(({ checks, isFunction }) => isFunction || checks.has(condition))
      ?.checks.has(condition) === true
  );
}

/** Everything that a block hangs on. */
export function whenOf(block: Block): ReadonlySet<string> {
  return new Set(outwards(block).flatMap(({ when }) => when));
}

/** Names as they are read or assigned: neither properties, nor names of fields, nor declarations with a type. */
const name = /(?<![.\w$])[A-Za-z_$][\w$]*(?![\w$]|\??:)/gu;

/** Takes out what nobody reads: variables whose names stand nowhere else in the block or in `rest`, and blocks that are left empty. */
export function prune(block: Block, rest: string): void {
  for (let isChanged = true; isChanged;) {
    const counts = new Map<string, number>();
    for (const [found] of `${writeBlock(block)}\n${rest}`.matchAll(name))
      counts.set(found, (counts.get(found) ?? 0) + 1);
    isChanged = pruneOnce(block, counts);
  }
}

function pruneOnce(block: Block, counts: ReadonlyMap<string, number>): boolean {
  const isRead = ({ name }: Variable): boolean => (counts.get(name) ?? 0) > 1;
  let isChanged = false;
  for (const [place, statement] of [...block.statements.entries()].toReversed()) {
    if ('block' in statement) isChanged = pruneOnce(statement.block, counts) || isChanged;
    const isDead =
      'block' in statement
        ? statement.block.statements.length === 0
        : 'declares' in statement && !isRead(statement.declares);
    if (!isDead) continue;
    block.statements.splice(place, 1);
    isChanged = true;
  }
  return isChanged;
}

/** The block as text. Variables that are read outside of the block they get their value in are declared before it. */
export function writeBlock(block: Block): string {
  return block.statements.map(writeStatement).reduce(spaced, '');
}

/** An empty line before what has a comment of its own, or lines. */
function spaced(before: string, text: string): string {
  if (before === '') return text;
  const isApart = text.startsWith('//') || before.endsWith('\n}') || text.startsWith('let ');
  return `${before}\n${isApart ? '\n' : ''}${text}`;
}

function writeStatement(statement: Statement): string {
  if ('lines' in statement) return statement.lines();
  if ('block' in statement) {
    const { block } = statement;
    const declared = escaping(block).map(({ name, type }) => `let ${name}: ${type} | undefined;`);
    return [...declared, `if (${[...block.checks].join(' && ')}) {`, indent(writeBlock(block)), '}'].join('\n');
  }
  const { declares, comment, value } = statement;
  const begin = declares.escapes ? declares.name : `const ${declares.name}`;
  return `${comment === '' ? '' : `${comment}\n`}${begin} = ${value};`;
}

function escaping(block: Block): Variable[] {
  return block.statements
    .flatMap((statement) =>
      'declares' in statement ? [statement.declares] : 'results' in statement ? statement.results : [],
    )
    .filter(({ escapes }) => escapes);
}
