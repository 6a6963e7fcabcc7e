import type { JsonValue } from '@jacquard/flow';
import type { External, Recipe } from '@jacquard/executor';
import { isIdentifier, type CodeImport, type CodePart, type CodeVariable } from '@jacquard/node-kit/code';
import type { Block } from './block.ts';
import type { Variable } from './code-value.ts';
import { createNameBook, type NameBook } from './name-book.ts';

/** Why a node can't be written as code. */
export interface CodeFault {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  readonly node: string;
  readonly type: string;
}

/** A file that the flow names: of the called flow, or undefined for its own. */
export type ProgramFile = Pick<Extract<External, { readonly what: 'file' }>, 'flow' | 'reference'>;

/** A model of the program. */
export interface ProgramModel {
  readonly name: string;
  readonly settings: string;
  /** `uses`: whether it stands in the program as it is, and with other settings. */
  readonly declaration: (uses: { readonly isPlain: boolean; readonly isCopied: boolean }) => string;
  readonly takesSeed: boolean;
  readonly takesSchema: boolean;
}

/** A program while it is written: what has to stand in it beside the flow's own function. */
export interface Program {
  readonly names: NameBook;
  readonly parts: Map<string, CodePart>;
  readonly imports: Map<string, CodeImport>;
  readonly variables: Map<string, CodeVariable>;
  /** By recipe; `plain` ones stand in the program as they are, `copied` ones with other settings. */
  readonly models: Map<Recipe, ProgramModel>;
  readonly copied: Set<string>;
  readonly plain: Set<string>;
  /** Functions of called flows, by the flows' ids. */
  readonly functions: Map<string, { readonly name: string; readonly text: string; readonly title: string }>;
  readonly faults: CodeFault[];
  /** What the flow looks up when it runs. */
  readonly externals: readonly External[];
  /** Files by their paths beside the program. */
  readonly files: Map<string, ProgramFile>;
  usesHistory: boolean;
  /** Where the conversation so far stands: an input of the program. */
  history: string;
  use(part: CodePart): string;
  load(item: CodeImport): string;
  /** A variable whose name is as near to the wanted one as can be. */
  variable(wanted: string, type: string, home: Block): Variable;
  /** All of them, in the order in which they were made. */
  readonly declared: readonly Variable[];
}

/**
 * An empty program. `known` is one that was written of the same flow: its own names are kept free, and its variables
 * tell from the first line on which of them will be read outside of their blocks.
 */
export function createProgram(externals: readonly External[], known?: Program): Program {
  const reserved = known === undefined ? [] : namesOf(known);
  const parts = new Map<string, CodePart>();
  const imports = new Map<string, CodeImport>();
  const names = createNameBook(reserved);
  const declared: Variable[] = [];
  const load = (item: CodeImport): string => {
    const name = item.as ?? item.name ?? '';
    imports.set(`${item.module} ${name}`, item);
    return name;
  };
  const use = (part: CodePart): string => {
    if (parts.has(part.name)) return part.name;
    parts.set(part.name, part);
    for (const item of part.imports ?? []) load(item);
    for (const other of part.uses ?? []) use(other);
    return part.name;
  };
  return {
    names,
    parts,
    imports,
    variables: new Map(),
    models: new Map(),
    copied: new Set(),
    plain: new Set(),
    functions: new Map(),
    faults: [],
    externals,
    files: new Map(),
    usesHistory: false,
    history: 'inputs.history',
    use,
    load,
    declared,
    variable(wanted, type, home) {
      const escapes = known?.declared[declared.length]?.escapes ?? false;
      const variable: Variable = { name: names.take(wanted), type, home, escapes };
      declared.push(variable);
      return variable;
    },
  };
}

/** What the program declares and imports, so that no variable takes such a name. */
function namesOf({ parts, imports }: Program): string[] {
  const declared = [...parts.values()].flatMap(declaredNames);
  return [...declared, ...[...imports.values()].map(({ name, as }) => as ?? name ?? '')].filter(isIdentifier);
}

/** The functions and types that a part declares. */
export function declaredNames({ source }: CodePart): string[] {
  return [...source.matchAll(/^(?:async )?(?:function|type|interface|const) ([A-Za-z]+)/gmu)].map(
    ([, name = '']) => name,
  );
}
